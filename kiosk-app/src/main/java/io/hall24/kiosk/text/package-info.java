/** Floor 0: resource bundles, masking, error codes. */
@NullMarked
package io.hall24.kiosk.text;

import org.jspecify.annotations.NullMarked;
