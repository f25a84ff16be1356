/**
 * Floor 5: starts and stops the counterparts of the devices (virtual printer, virtual passport) as
 * child processes.
 */
@NullMarked
package io.hall24.kiosk.demo.counterpart;

import org.jspecify.annotations.NullMarked;
