/** Inputs for the parsers of staff cards. */
@org.jspecify.annotations.NullMarked
package io.hall24.device.staffcard;
