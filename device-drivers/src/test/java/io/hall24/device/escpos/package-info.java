/** Tests of the receipt printer's driver. */
@NullMarked
package io.hall24.device.escpos;

import org.jspecify.annotations.NullMarked;
