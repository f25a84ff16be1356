/**
 * The clock that everything asks for the time, and the patience that every blocking call is given.
 */
@NullMarked
package io.hall24.device.time;

import org.jspecify.annotations.NullMarked;
