/** Tests of time. */
@NullMarked
package io.hall24.device.time;

import org.jspecify.annotations.NullMarked;
