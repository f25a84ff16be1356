@NullMarked
package io.hall24.kiosk.ops.socket;

import org.jspecify.annotations.NullMarked;
