@NullMarked
package io.hall24.kiosk.ui;

import org.jspecify.annotations.NullMarked;
