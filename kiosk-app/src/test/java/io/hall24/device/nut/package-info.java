@NullMarked
package io.hall24.device.nut;

import org.jspecify.annotations.NullMarked;
