/**
 * How commands on the same machine ask the running terminal: a Unix domain socket in its data
 * directory.
 */
@NullMarked
package io.hall24.kiosk.ops.socket;

import org.jspecify.annotations.NullMarked;
