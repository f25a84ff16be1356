/**
 * Floor 1: the durable, hash-chained, sealed record of events. Knows type names, versions and
 * bytes, never what they mean.
 */
@NullMarked
package io.hall24.kiosk.journal;

import org.jspecify.annotations.NullMarked;
