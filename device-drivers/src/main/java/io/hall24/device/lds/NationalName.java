package io.hall24.device.lds;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The holder's name in national characters, of data group 11 (ICAO Doc 9303 part 10, 4.7.11), as
 * far as they are Chinese.
 */
final class NationalName {
  private static final int FILE = 0x6B;
  private static final int NAME = 0x5F0E;
  private static final int LONGEST = 100;

  private NationalName() {}

  /**
   * The name.
   *
   * @return empty when the group holds none, one in other characters, or is not as it should be: it
   *     is of no use for anything but a friendlier word
   */
  static Optional<String> find(byte[] dataGroup11) {
    try {
      return nameIn(dataGroup11);
    } catch (MalformedFileException | CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<String> nameIn(byte[] dataGroup11)
      throws MalformedFileException, CharacterCodingException {
    Tlv file = Tlv.file(dataGroup11, FILE);
    for (int offset = file.start(); offset < file.end(); ) {
      Tlv object = Tlv.at(dataGroup11, offset, file.end());
      if (object.tag() == NAME) {
        return chinese(text(dataGroup11, object));
      }
      offset = object.end();
    }
    return Optional.empty();
  }

  private static String text(byte[] bytes, Tlv object) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, object.start(), object.end() - object.start()))
        .toString();
  }

  /** Fillers part surname and given names, where the issuer parts them. */
  private static Optional<String> chinese(String name) {
    String whole = name.replaceAll("[< \u3000]+", "");
    boolean han =
        !whole.isEmpty()
            && whole.length() <= LONGEST
            && whole
                .codePoints()
                .allMatch(c ->
                    Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || c == '\u00B7');
    return han ? Optional.of(whole) : Optional.empty();
  }
}
