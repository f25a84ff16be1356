/**
 * Simulated devices: drivers like any other, which can be broken on purpose while they work. They
 * load only in profiles of kind {@code demo}.
 */
@NullMarked
package io.hall24.device.simulated;

import org.jspecify.annotations.NullMarked;
