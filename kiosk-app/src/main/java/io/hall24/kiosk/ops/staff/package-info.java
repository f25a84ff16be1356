/**
 * Who may do what to the terminal: credentials of staff, the check of a PIN, the lock-out, and what
 * the journal keeps of all that.
 */
@NullMarked
package io.hall24.kiosk.ops.staff;

import org.jspecify.annotations.NullMarked;
