@NullMarked
package io.hall24.kiosk.ops.staff;

import org.jspecify.annotations.NullMarked;
