/** Driver {@code nut-ups}: a battery behind the mains, through Network UPS Tools. */
@NullMarked
package io.hall24.device.nut;

import org.jspecify.annotations.NullMarked;
