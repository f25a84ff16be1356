@NullMarked
package io.hall24.device.escpos;

import org.jspecify.annotations.NullMarked;
