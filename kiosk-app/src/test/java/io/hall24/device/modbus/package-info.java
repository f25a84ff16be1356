/** Inputs for the parsers of relay boards. */
@org.jspecify.annotations.NullMarked
package io.hall24.device.modbus;
