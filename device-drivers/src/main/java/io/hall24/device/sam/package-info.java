/**
 * Driver {@code sam-serial}: identity cards of the PRC, read by the security module (SAM) of a
 * reader on a serial line. The module authenticates the card; we only ask it. Framing, commands,
 * states and record layouts follow the protocol pages and public implementations that {@code
 * docs/adr} names.
 */
@NullMarked
package io.hall24.device.sam;

import org.jspecify.annotations.NullMarked;
