/** Tests of key pads. */
@NullMarked
package io.hall24.device.evdev;

import org.jspecify.annotations.NullMarked;
