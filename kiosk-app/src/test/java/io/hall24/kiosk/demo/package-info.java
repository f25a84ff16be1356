/** Tests of what all worlds of a demonstration share. */
@NullMarked
package io.hall24.kiosk.demo;

import org.jspecify.annotations.NullMarked;
