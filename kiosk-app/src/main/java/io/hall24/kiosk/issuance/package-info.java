/**
 * Floor 3: the life of one printed licence by the state table, the stock of numbered sheets, and
 * recovery after a crash.
 */
@NullMarked
package io.hall24.kiosk.issuance;

import org.jspecify.annotations.NullMarked;
