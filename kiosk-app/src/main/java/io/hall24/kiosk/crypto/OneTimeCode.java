package io.hall24.kiosk.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes, RFC 6238 over RFC 4226: HMAC-SHA-1, steps of 30 s, six digits; what
 * every authenticator app and most hardware tokens show.
 */
public final class OneTimeCode {
  /** Digits of a code. */
  public static final int DIGITS = 6;

  /** Bytes of a secret, as RFC 4226, section 4, R6 recommends. */
  public static final int SECRET_BYTES = 20;

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int MODULUS = 1_000_000;

  private OneTimeCode() {}

  /** Which step a moment belongs to, counted from 1970. */
  public static long stepAt(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
  }

  /** The code of a step, with leading zeros. */
  public static String at(Bytes secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.toArray(), "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xF;
      int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format("%06d", truncated % MODULUS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-1", impossible);
    }
  }
}
