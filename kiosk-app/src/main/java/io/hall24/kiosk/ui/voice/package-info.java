/**
 * Spoken guidance: what stands on the screen is told in the chosen language, through a headset or a
 * loudspeaker, and everything is reached with nine keys.
 */
@NullMarked
package io.hall24.kiosk.ui.voice;

import org.jspecify.annotations.NullMarked;
