/**
 * Floor 5: what a person sees and touches. This package holds the screens as facts (view models),
 * without a control in them; {@code ui.fx} draws them and is the only package that sees {@code
 * javafx}.
 */
@NullMarked
package io.hall24.kiosk.ui;

import org.jspecify.annotations.NullMarked;
