@NullMarked
package io.hall24.kiosk.issuance;

import org.jspecify.annotations.NullMarked;
