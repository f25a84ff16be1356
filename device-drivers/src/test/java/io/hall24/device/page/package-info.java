@NullMarked
package io.hall24.device.page;

import org.jspecify.annotations.NullMarked;
