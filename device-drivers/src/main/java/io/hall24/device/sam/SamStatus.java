package io.hall24.device.sam;

import java.util.Arrays;
import java.util.Optional;

/** What the third status byte of an answer says. */
enum SamStatus {
  DONE(0x90, "done"),
  CARD_FOUND(0x9F, "card found"),
  REQUEST_CHECKSUM(0x10, "checksum of the request wrong"),
  REQUEST_LENGTH(0x11, "length of the request wrong"),
  REQUEST_COMMAND(0x21, "command wrong"),
  REQUEST_UNKNOWN(0x24, "request not understood"),
  CARD_REFUSED_READER(0x31, "card does not authenticate the reader"),
  READER_REFUSED_CARD(0x32, "reader does not authenticate the card"),
  CONTENT_NOT_VERIFIED(0x33, "content of the card not verified"),
  WRONG_CARD(0x40, "not a card of this kind"),
  READ_FAILED(0x41, "reading failed"),
  RANDOM_FAILED(0x47, "random number failed"),
  SELF_TEST_FAILED(0x60, "security module fails its self-test and takes no command"),
  NOT_AUTHORISED(0x66, "security module not authorised"),
  NOT_FOUND(0x80, "no card found"),
  NOT_SELECTED(0x81, "card not selected"),
  NO_CONTENT(0x91, "the card has no such content");

  private final int code;
  private final String words;

  SamStatus(int code, String words) {
    this.code = code;
    this.words = words;
  }

  static Optional<SamStatus> of(int code) {
    return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
  }

  /** For a technician. */
  static String describe(int code) {
    return "%02X: %s"
        .formatted(code, of(code).map(status -> status.words).orElse("unknown status"));
  }
}
