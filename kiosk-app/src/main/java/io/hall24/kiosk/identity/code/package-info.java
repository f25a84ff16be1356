/**
 * Floor 2: check characters of codes: the unified social credit code, the citizen identity number,
 * the machine readable zone. A result names what is wrong and where.
 */
@NullMarked
package io.hall24.kiosk.identity.code;

import org.jspecify.annotations.NullMarked;
