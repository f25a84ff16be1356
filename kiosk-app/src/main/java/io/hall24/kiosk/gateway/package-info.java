/**
 * Floor 2: talking to the registry: orders, grants, upload of the journal, checkpoints, verified
 * time.
 */
@NullMarked
package io.hall24.kiosk.gateway;

import org.jspecify.annotations.NullMarked;
