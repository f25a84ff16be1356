package io.hall24.device.sam;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a field of a card's text can mean; the words that layout files use. */
enum Slot {
  /** The holder's name, as the document gives it first. */
  NAME,
  CHINESE_NAME,
  SEX,
  ETHNICITY,
  BIRTH,
  ADDRESS,
  NUMBER,
  NATIONALITY,
  AUTHORITY,
  VALID_FROM,
  /** Last day of validity, or {@code 长期}. */
  VALID_TO,
  TRAVEL_PERMIT,
  ISSUE_COUNT,
  VERSION,
  /** The letter that tells the kind of card; verified by choosing the layout. */
  LETTER,
  /** Nothing that is known. */
  RESERVED;

  /** As written in a layout file. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Slot> of(String word) {
    return Arrays.stream(values()).filter(slot -> slot.word().equals(word)).findFirst();
  }
}
