/**
 * Floor 2: deciding who stands there. A step function, frame in, verdict or next prompt out; it
 * never asks a person itself.
 */
@NullMarked
package io.hall24.kiosk.identity;

import org.jspecify.annotations.NullMarked;
