@NullMarked
package io.hall24.kiosk.demo.stock;

import org.jspecify.annotations.NullMarked;
