/**
 * Floor 6: {@code main}, the command line, and the composition root, the one place that wires
 * concrete classes. May know every room.
 */
@NullMarked
package io.hall24.kiosk.app;

import org.jspecify.annotations.NullMarked;
