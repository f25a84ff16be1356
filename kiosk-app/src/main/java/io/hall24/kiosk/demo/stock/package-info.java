/** The invented, pre-printed and numbered sheets of a demonstration. */
@NullMarked
package io.hall24.kiosk.demo.stock;

import org.jspecify.annotations.NullMarked;
