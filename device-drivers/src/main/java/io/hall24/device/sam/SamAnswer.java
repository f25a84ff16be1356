package io.hall24.device.sam;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One answer of the security module, its checksum verified.
 *
 * @param code the third status byte, which tells the outcome
 * @param data what follows the status; a view of the scanner's memory, gone with the next exchange
 */
record SamAnswer(int code, ByteBuffer data) {
  Optional<SamStatus> status() {
    return SamStatus.of(code);
  }

  boolean is(SamStatus status) {
    return status().filter(status::equals).isPresent();
  }

  @Override
  public String toString() {
    return "SamAnswer[" + SamStatus.describe(code) + ", " + data.remaining() + " bytes]";
  }
}
