/** Serial lines, for the drivers of whatever hangs on one. Only this room knows jSerialComm. */
@NullMarked
package io.hall24.device.serial;

import org.jspecify.annotations.NullMarked;
