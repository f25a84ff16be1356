/** Inputs for the parsers of chips. */
@org.jspecify.annotations.NullMarked
package io.hall24.device.emrtd;
