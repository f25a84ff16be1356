@NullMarked
package io.hall24.kiosk;

import org.jspecify.annotations.NullMarked;
