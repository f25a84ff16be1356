package io.hall24.kiosk.crypto;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a PIN: Argon2id (RFC 9106, version 1.3, one lane) over a random salt. A PIN has
 * so few digits that no hash alone withstands a thief; so it is kept sealed as well.
 *
 * @param cost what one guess costs
 * @param salt random
 * @param hash what Argon2id makes of both
 */
public record PinHash(Cost cost, Bytes salt, Bytes hash) {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /**
   * What one guess costs.
   *
   * @param memoryKib memory that it fills, KiB; at least 8
   * @param passes how often; at least 1
   */
  public record Cost(int memoryKib, int passes) {
    public Cost {
      if (memoryKib < 8 || passes < 1) {
        throw new IllegalArgumentException("cost " + memoryKib + " KiB, " + passes + " passes");
      }
    }

    /** 64 MiB, three passes (RFC 9106, section 4, second choice): a fifth of a second a guess. */
    public static Cost usual() {
      return new Cost(65_536, 3);
    }
  }

  /** Hashes digits under a fresh salt; the caller wipes them. */
  public static PinHash of(char[] digits, Cost cost, CryptoSuite suite) {
    Bytes salt = suite.random(SALT_BYTES);
    return new PinHash(cost, salt, argon2id(digits, cost, salt, HASH_BYTES));
  }

  /** Whether these are the digits; takes the same time for right and wrong ones. */
  public boolean matches(char[] digits) {
    return hash.equals(argon2id(digits, cost, salt, hash.size()));
  }

  private static Bytes argon2id(char[] digits, Cost cost, Bytes salt, int size) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(1)
            .withSalt(salt.toArray())
            .build());
    byte[] hash = new byte[size];
    argon2.generateBytes(digits, hash);
    return Bytes.of(hash);
  }

  /** The form that other programs write too: {@code $argon2id$v=19$m=…,t=…,p=1$SALT$HASH}. */
  public String text() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.passes(),
            base64.encodeToString(salt.toArray()),
            base64.encodeToString(hash.toArray()));
  }

  /**
   * Reads that form.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static PinHash ofText(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
    return new PinHash(
        new Cost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))),
        Bytes.fromBase64(parts.group(3)),
        Bytes.fromBase64(parts.group(4)));
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "PinHash";
  }
}
