@NullMarked
package io.hall24.kiosk.licence;

import org.jspecify.annotations.NullMarked;
