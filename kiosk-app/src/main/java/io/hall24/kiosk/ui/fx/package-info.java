/** The screens drawn with JavaFX; the only package that sees {@code javafx}. */
@NullMarked
package io.hall24.kiosk.ui.fx;

import org.jspecify.annotations.NullMarked;
