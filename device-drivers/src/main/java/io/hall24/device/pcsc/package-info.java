/**
 * Smart card terminals of this machine through its daemon (PC/SC Workgroup, part 5), found again
 * after the daemon was restarted.
 */
@NullMarked
package io.hall24.device.pcsc;

import org.jspecify.annotations.NullMarked;
