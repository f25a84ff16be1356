/** A staff card's applet, for a Java Card runtime that is not ours. */
@NullMarked
package io.hall24.counterpart.staffcard;

import org.jspecify.annotations.NullMarked;
