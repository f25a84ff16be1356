/** The gateway against the real sandbox registry on loopback. */
@NullMarked
package io.hall24.kiosk.gateway;

import org.jspecify.annotations.NullMarked;
