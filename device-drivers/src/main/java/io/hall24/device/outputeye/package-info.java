/**
 * Driver {@code camera-output-eye}: a camera over the output that sees each printed sheet before
 * the citizen can take it.
 */
@NullMarked
package io.hall24.device.outputeye;

import org.jspecify.annotations.NullMarked;
