/**
 * One named platform thread a device, and the supervisor that opens, watches, closes and reopens
 * it.
 */
@NullMarked
package io.hall24.device.supervision;

import org.jspecify.annotations.NullMarked;
