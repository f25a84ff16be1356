/**
 * Sound through the programs of alsa-utils: {@code aplay} plays, {@code amixer} tells of a jack.
 */
@NullMarked
package io.hall24.device.alsa;

import org.jspecify.annotations.NullMarked;
