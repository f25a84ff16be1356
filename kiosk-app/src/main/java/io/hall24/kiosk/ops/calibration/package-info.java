/** Finding thresholds for faces on labelled pictures, with the uncertainty that they have. */
@NullMarked
package io.hall24.kiosk.ops.calibration;

import org.jspecify.annotations.NullMarked;
