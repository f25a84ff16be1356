/** A board that understands Modbus RTU byte by byte, so that the real drivers are what runs. */
@NullMarked
package io.hall24.device.simulated.modbus;

import org.jspecify.annotations.NullMarked;
