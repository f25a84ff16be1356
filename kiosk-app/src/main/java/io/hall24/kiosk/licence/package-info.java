/** Floor 1: what a licence is, and how it looks on paper. */
@NullMarked
package io.hall24.kiosk.licence;

import org.jspecify.annotations.NullMarked;
