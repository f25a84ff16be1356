package io.hall24.device.scanner;

import io.hall24.device.CodeScanner.ScannedCode;
import io.hall24.device.CodeScanner.Symbology;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds codes in what a scanner sends: each ends with a carriage return, a line feed or both. What
 * is longer than any code, or no text, is passed over.
 *
 * @param charset of the texts
 * @param aim whether each begins with an AIM symbology identifier (ISO/IEC 15424), e.g. {@code ]Q1}
 */
record CodeText(Charset charset, boolean aim) {
  static final int LONGEST = 4_296;
  private static final int IDENTIFIER = 3;

  /** Where a code ends in what has come so far, -1 while none does. */
  static int endIn(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\r' || bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The code of a line without its end; empty when it is none. */
  Optional<ScannedCode> read(byte[] bytes, int count) {
    if (!aim) {
      return text(bytes, 0, count).map(text -> new ScannedCode(text, Optional.empty()));
    }
    if (count <= IDENTIFIER || bytes[0] != ']') {
      return Optional.empty();
    }
    Optional<Symbology> symbology = symbology((char) bytes[1]);
    return text(bytes, IDENTIFIER, count).map(text -> new ScannedCode(text, symbology));
  }

  private Optional<String> text(byte[] bytes, int from, int to) {
    if (to <= from) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to)))
              .toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  private static Optional<Symbology> symbology(char letter) {
    return switch (letter) {
      case 'Q' -> Optional.of(Symbology.QR);
      case 'd' -> Optional.of(Symbology.DATA_MATRIX);
      case 'L' -> Optional.of(Symbology.PDF417);
      case 'z' -> Optional.of(Symbology.AZTEC);
      case 'h' -> Optional.of(Symbology.HAN_XIN);
      case 'C' -> Optional.of(Symbology.CODE_128);
      case 'A' -> Optional.of(Symbology.CODE_39);
      case 'E' -> Optional.of(Symbology.EAN);
      default -> Optional.empty();
    };
  }
}
