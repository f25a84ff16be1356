/** Floor 0: crypto suites behind one interface, signed statements (JWS), and keys. */
@NullMarked
package io.hall24.kiosk.crypto;

import org.jspecify.annotations.NullMarked;
