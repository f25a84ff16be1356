/** Floor 4: one day of the registry, the journal and the stock ledger, side by side. */
@NullMarked
package io.hall24.kiosk.ops.daybook;

import org.jspecify.annotations.NullMarked;
