@NullMarked
package io.hall24.device.supervision;

import org.jspecify.annotations.NullMarked;
