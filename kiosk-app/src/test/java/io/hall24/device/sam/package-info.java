@NullMarked
package io.hall24.device.sam;

import org.jspecify.annotations.NullMarked;
