@NullMarked
package io.hall24.kiosk.ops;

import org.jspecify.annotations.NullMarked;
