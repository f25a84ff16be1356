/** Driver {@code ipp-printer}: direct IPP printing, followed to the job's true end. */
@NullMarked
package io.hall24.device.ipp;

import org.jspecify.annotations.NullMarked;
