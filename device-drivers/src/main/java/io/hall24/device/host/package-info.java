/**
 * A vendor's code in a process of its own, which is killed when it hangs and started again when it
 * dies. What is loaded is what the configuration names by its SHA-256.
 */
@NullMarked
package io.hall24.device.host;

import org.jspecify.annotations.NullMarked;
