@NullMarked
package io.hall24.device.ipp;

import org.jspecify.annotations.NullMarked;
