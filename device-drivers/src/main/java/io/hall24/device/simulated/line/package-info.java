/** Lines at whose other end something simulated answers, byte by byte. */
@NullMarked
package io.hall24.device.simulated.line;

import org.jspecify.annotations.NullMarked;
