/** What a technician sees and does at the terminal itself, without a screen. */
@NullMarked
package io.hall24.kiosk.ops.maintenance;

import org.jspecify.annotations.NullMarked;
