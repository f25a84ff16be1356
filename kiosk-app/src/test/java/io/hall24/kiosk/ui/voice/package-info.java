@NullMarked
package io.hall24.kiosk.ui.voice;

import org.jspecify.annotations.NullMarked;
