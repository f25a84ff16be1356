/** Floor 5: JavaFX screens, theme, voice. The only room that sees {@code javafx}. */
@NullMarked
package io.hall24.kiosk.ui;

import org.jspecify.annotations.NullMarked;
