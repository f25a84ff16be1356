package io.hall24.kiosk.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A code that one person reads to another over the telephone: eight digits of an HMAC-SHA-256,
 * truncated as RFC 4226, section 5.3, does it.
 */
public final class TelephoneCode {
  private static final int MODULUS = 100_000_000;

  private TelephoneCode() {}

  /** The code over a message. */
  public static String over(Bytes secret, Bytes message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.toArray(), "RAW"));
      byte[] hash = mac.doFinal(message.toArray());
      int offset = hash[hash.length - 1] & 0xF;
      int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%08d", truncated % MODULUS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
    }
  }
}
