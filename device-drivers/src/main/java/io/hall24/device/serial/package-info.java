/**
 * Lines of bytes, for the drivers of whatever hangs on one: serial ports and network connections.
 * Only this room knows jSerialComm.
 */
@NullMarked
package io.hall24.device.serial;

import org.jspecify.annotations.NullMarked;
