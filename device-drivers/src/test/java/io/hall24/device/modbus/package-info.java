/** Tests of the drivers for devices on a Modbus board. */
@NullMarked
package io.hall24.device.modbus;

import org.jspecify.annotations.NullMarked;
