/** Breaks a rule of the house on purpose, so that its test is seen to turn red. */
@NullMarked
package io.hall24.planted.journey;

import org.jspecify.annotations.NullMarked;
