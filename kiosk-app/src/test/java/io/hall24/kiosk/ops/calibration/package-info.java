@NullMarked
package io.hall24.kiosk.ops.calibration;

import org.jspecify.annotations.NullMarked;
