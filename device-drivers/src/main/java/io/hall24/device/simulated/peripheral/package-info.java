/**
 * Simulated devices of the kinds that have no wire protocol of their own, one a kind. A person (or
 * a test) plays with each through its Unix socket while it works.
 */
@NullMarked
package io.hall24.device.simulated.peripheral;

import org.jspecify.annotations.NullMarked;
