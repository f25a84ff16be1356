/** A judge of what a process keeps in its memory. */
@NullMarked
package io.hall24.kiosk.memory;

import org.jspecify.annotations.NullMarked;
