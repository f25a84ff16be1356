/**
 * The device model: one interface a kind of device, typed failures, settings and driver discovery.
 * Knows nothing of licences or citizens, and no driver.
 */
@NullMarked
package io.hall24.device;

import org.jspecify.annotations.NullMarked;
