/**
 * Drivers {@code relay-*}: lights, presenter, deposit slot and door contact on an input and output
 * board that speaks Modbus RTU over a serial line. Several devices may hang on one board.
 */
@NullMarked
package io.hall24.device.modbus;

import org.jspecify.annotations.NullMarked;
