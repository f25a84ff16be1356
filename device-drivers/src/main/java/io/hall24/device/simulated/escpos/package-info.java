/**
 * A receipt printer that understands ESC/POS byte by byte, so that the real driver is what runs.
 */
@NullMarked
package io.hall24.device.simulated.escpos;

import org.jspecify.annotations.NullMarked;
