/**
 * Floor 4: what a citizen does, told as straight-line code over {@code Dialogue}. Knows no screen
 * and no wire format.
 */
@NullMarked
package io.hall24.kiosk.journey;

import org.jspecify.annotations.NullMarked;
