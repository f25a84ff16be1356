/**
 * Floor 0: check characters of codes: the unified social credit code, the numbers of residents, the
 * machine readable zone. A result names what is wrong and where.
 */
@NullMarked
package io.hall24.kiosk.text.code;

import org.jspecify.annotations.NullMarked;
