@NullMarked
package io.hall24.kiosk.demo.document;

import org.jspecify.annotations.NullMarked;
