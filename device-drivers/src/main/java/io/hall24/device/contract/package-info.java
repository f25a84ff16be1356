/**
 * The contract of every driver, as something that can be run: give it a {@link
 * io.hall24.device.contract.Rig} with the driver and a way to unplug its device, and it says which
 * clauses hold. Needs nothing but the device model.
 */
@NullMarked
package io.hall24.device.contract;

import org.jspecify.annotations.NullMarked;
