@NullMarked
package io.hall24.kiosk.ops.daybook;

import org.jspecify.annotations.NullMarked;
