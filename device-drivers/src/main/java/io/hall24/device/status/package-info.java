/** Standard device states (XFS4IoT's words) and the status board on which every device reports. */
@NullMarked
package io.hall24.device.status;

import org.jspecify.annotations.NullMarked;
