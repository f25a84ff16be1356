/**
 * Driver {@code evdev-keypad}: key pads that the kernel of Linux knows as input devices, whatever
 * bus they hang on.
 */
@NullMarked
package io.hall24.device.evdev;

import org.jspecify.annotations.NullMarked;
