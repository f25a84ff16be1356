/**
 * Driver {@code staff-card-pcsc}: cards of staff that prove by a signature that they hold their
 * key.
 */
@NullMarked
package io.hall24.device.staffcard;

import org.jspecify.annotations.NullMarked;
