/**
 * Driver {@code javacv-camera}: video devices, files, image sequences and network streams through
 * FFmpeg.
 */
@NullMarked
package io.hall24.device.camera;

import org.jspecify.annotations.NullMarked;
