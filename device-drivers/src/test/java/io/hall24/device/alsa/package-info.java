@NullMarked
package io.hall24.device.alsa;

import org.jspecify.annotations.NullMarked;
