@NullMarked
package io.hall24.device.lds;

import org.jspecify.annotations.NullMarked;
