/**
 * Floor 5: what an invented person shows the terminal, made from one portrait: a chip photo, and
 * pictures as a camera would take them. Both come from the same photograph, so a match between them
 * proves the path, not the accuracy of the comparison.
 */
@NullMarked
package io.hall24.kiosk.demo.face;

import org.jspecify.annotations.NullMarked;
