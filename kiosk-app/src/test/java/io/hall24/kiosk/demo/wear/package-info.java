@NullMarked
package io.hall24.kiosk.demo.wear;

import org.jspecify.annotations.NullMarked;
