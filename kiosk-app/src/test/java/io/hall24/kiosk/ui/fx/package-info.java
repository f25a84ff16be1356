@NullMarked
package io.hall24.kiosk.ui.fx;

import org.jspecify.annotations.NullMarked;
