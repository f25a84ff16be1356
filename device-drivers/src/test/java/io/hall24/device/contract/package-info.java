/** Tests of the contract kit itself, and what tests of drivers share. */
@NullMarked
package io.hall24.device.contract;

import org.jspecify.annotations.NullMarked;
