/** Tests of the simulated devices. */
@NullMarked
package io.hall24.device.simulated.peripheral;

import org.jspecify.annotations.NullMarked;
