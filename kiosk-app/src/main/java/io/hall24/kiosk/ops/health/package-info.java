/**
 * What central operations sees of a terminal: one report, assembled from what lower rooms publish,
 * as JSON and as metrics. Nothing in it is personal.
 */
@NullMarked
package io.hall24.kiosk.ops.health;

import org.jspecify.annotations.NullMarked;
