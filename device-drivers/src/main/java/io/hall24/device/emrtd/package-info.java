/**
 * Driver {@code emrtd-pcsc}: contactless ICAO 9303 documents over PC/SC. The only room that sees
 * JMRTD.
 */
@NullMarked
package io.hall24.device.emrtd;

import org.jspecify.annotations.NullMarked;
