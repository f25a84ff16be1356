/**
 * The clock that everything asks for the time, the patience that every blocking call is given, and
 * the chores that go on beside everything else.
 */
@NullMarked
package io.hall24.device.time;

import org.jspecify.annotations.NullMarked;
