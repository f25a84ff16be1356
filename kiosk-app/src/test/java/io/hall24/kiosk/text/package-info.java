@NullMarked
package io.hall24.kiosk.text;

import org.jspecify.annotations.NullMarked;
