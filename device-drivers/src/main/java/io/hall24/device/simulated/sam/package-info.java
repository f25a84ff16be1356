/**
 * A reader for identity cards of the PRC that only pretends: a security module at the other end of
 * a pseudo-terminal, byte by byte, which can be broken while it works. Written apart from the
 * driver that it is tested with, and sharing nothing with it.
 */
@NullMarked
package io.hall24.device.simulated.sam;

import org.jspecify.annotations.NullMarked;
