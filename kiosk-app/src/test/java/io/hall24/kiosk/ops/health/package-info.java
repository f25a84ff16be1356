@NullMarked
package io.hall24.kiosk.ops.health;

import org.jspecify.annotations.NullMarked;
