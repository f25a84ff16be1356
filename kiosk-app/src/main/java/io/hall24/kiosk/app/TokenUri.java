package io.hall24.kiosk.app;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.ops.staff.StaffMember;
import java.util.Locale;
import java.util.Optional;

/** The secret of a token as authenticator apps take it: {@code otpauth://totp/...}. */
final class TokenUri {
  /** RFC 4648, section 6. */
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private static final int BITS = 5;

  private TokenUri() {}

  static String of(StaffMember member, Bytes secret) {
    return "otpauth://totp/Hall24:"
        + member.name().text()
        + "?secret="
        + base32(secret.toArray())
        + "&issuer=Hall24";
  }

  /** The secret out of its base 32 form, of either case; empty for anything else. */
  static Optional<Bytes> secret(String base32) {
    String letters = base32.strip().toUpperCase(Locale.ROOT);
    if (letters.isEmpty() || letters.chars().anyMatch(letter -> BASE_32.indexOf(letter) < 0)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[letters.length() * BITS / 8];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int value = BASE_32.indexOf(letters.charAt(bit / BITS));
      if ((value >> (BITS - 1 - bit % BITS) & 1) == 1) {
        bytes[bit / 8] |= (byte) (1 << (7 - bit % 8));
      }
    }
    return Optional.of(Bytes.of(bytes));
  }

  /** Without padding, which authenticators do not want. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < bytes.length * 8; bit += BITS) {
      int two = (bytes[bit / 8] & 0xFF) << 8;
      if (bit / 8 + 1 < bytes.length) {
        two |= bytes[bit / 8 + 1] & 0xFF;
      }
      text.append(BASE_32.charAt(two >> (16 - BITS - bit % 8) & 31));
    }
    return text.toString();
  }
}
