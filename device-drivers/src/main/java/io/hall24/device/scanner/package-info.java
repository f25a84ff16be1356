/**
 * Drivers {@code serial-scanner} and {@code camera-scanner}: codes that people hold before them.
 */
@NullMarked
package io.hall24.device.scanner;

import org.jspecify.annotations.NullMarked;
