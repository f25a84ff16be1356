@NullMarked
package io.hall24.device.scanner;

import org.jspecify.annotations.NullMarked;
