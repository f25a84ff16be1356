/**
 * Driver {@code escpos-receipt}: receipt printers that speak ESC/POS, on a serial line or network.
 */
@NullMarked
package io.hall24.device.escpos;

import org.jspecify.annotations.NullMarked;
