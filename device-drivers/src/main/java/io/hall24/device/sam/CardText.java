package io.hall24.device.sam;

import io.hall24.device.sam.RecordLayout.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * The text of a card: UTF-16, least byte first, fields padded with spaces. Characters of every
 * plane and of the private use area, with which older cards write rare names, are given as they
 * are.
 */
final class CardText {
  private static final int LETTER = 248;
  private static final int LETTER_LENGTH = 2;
  private static final String FOR_EVER = "长期";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final ByteBuffer bytes;

  CardText(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** The letter that tells the kind of card. */
  Optional<String> letter() throws MalformedRecordException {
    String letter = text(new Place(LETTER, LETTER_LENGTH), "letter");
    return Optional.of(letter).filter(there -> !there.isEmpty());
  }

  /** A field without its padding. */
  String text(Place place, String name) throws MalformedRecordException {
    try {
      String text =
          StandardCharsets.UTF_16LE
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(bytes.slice(place.offset(), place.length()))
              .toString();
      String content = withoutPadding(text);
      if (content.chars().anyMatch(each -> each < ' ')) {
        throw new MalformedRecordException(name + " holds control characters");
      }
      return content;
    } catch (CharacterCodingException broken) {
      throw new MalformedRecordException(name + " is not UTF-16");
    }
  }

  private static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\0')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** A day, eight digits. */
  LocalDate date(Place place, String name) throws MalformedRecordException {
    return date(text(place, name), name);
  }

  /** A day as a card writes it. */
  static String digits(LocalDate day) {
    return DATE.format(day);
  }

  /** A last day; empty for {@code 长期}. */
  Optional<LocalDate> lastDay(Place place, String name) throws MalformedRecordException {
    String text = text(place, name);
    return text.equals(FOR_EVER) ? Optional.empty() : Optional.of(date(text, name));
  }

  private static LocalDate date(String digits, String name) throws MalformedRecordException {
    try {
      if (digits.matches("[0-9]{8}")) {
        return LocalDate.parse(digits, DATE);
      }
    } catch (DateTimeException impossible) {
      throw new MalformedRecordException(name + " is not a calendar day");
    }
    throw new MalformedRecordException(name + " is not a day");
  }
}
