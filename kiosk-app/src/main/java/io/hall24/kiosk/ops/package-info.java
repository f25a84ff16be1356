/** Floor 4: what technicians and central operations do. */
@NullMarked
package io.hall24.kiosk.ops;

import org.jspecify.annotations.NullMarked;
