@NullMarked
package io.hall24.kiosk.journey;

import org.jspecify.annotations.NullMarked;
