package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The hash chain of a journal, from the contract's text ({@code JournalEntry}) and not from the
 * terminal's code.
 */
final class ChainRules {
  /** What the first entry names as its predecessor. */
  static final String ORIGIN = "0".repeat(64);

  private static final byte[] MAGIC = {0x48, 0x32, 0x34, 0x4a, 0x01};

  private ChainRules() {}

  /**
   * The hash that an entry must have.
   *
   * @param entry as the contract's schema has it
   * @return lower-case hex
   * @throws IllegalArgumentException for base64 or hex that is none
   */
  static String hash(String terminal, String journal, JsonNode entry) {
    String suite = entry.get("suite").asText();
    return HexFormat.of()
        .formatHex(digest(suite, header(terminal, journal, entry), commitment(suite, entry)));
  }

  private static byte[] commitment(String suite, JsonNode entry) {
    if (entry.has("payload")) {
      return digest(
          suite,
          Base64.getDecoder().decode(entry.path("salt").asText()),
          Base64.getDecoder().decode(entry.get("payload").asText()));
    }
    return HexFormat.of().parseHex(entry.path("commitment").asText());
  }

  private static byte[] header(String terminal, String journal, JsonNode entry) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    text(out, entry.get("suite").asText());
    text(out, terminal);
    field(out, HexFormat.of().parseHex(journal));
    eight(out, entry.get("sequence"));
    field(out, HexFormat.of().parseHex(entry.get("previousHash").asText()));
    text(out, entry.get("type").asText());
    field(out, ByteBuffer.allocate(4).putInt(entry.get("version").intValue()).array());
    text(out, entry.get("retention").asText());
    eight(out, entry.get("keyPeriod"));
    eight(out, entry.get("recordedAt"));
    if (entry.has("verifiedAt")) {
      eight(out, entry.get("verifiedAt"));
    } else {
      field(out, new byte[0]);
    }
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    field(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void eight(ByteArrayOutputStream out, JsonNode number) {
    field(out, ByteBuffer.allocate(8).putLong(number.longValue()).array());
  }

  private static void field(ByteArrayOutputStream out, byte[] value) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
    out.writeBytes(value);
  }

  private static byte[] digest(String suite, byte[] first, byte[] second) {
    return suite.equals("national") ? sm3(first, second) : sha256(first, second);
  }

  private static byte[] sm3(byte[] first, byte[] second) {
    SM3Digest digest = new SM3Digest();
    digest.update(first, 0, first.length);
    digest.update(second, 0, second.length);
    byte[] result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    return result;
  }

  private static byte[] sha256(byte[] first, byte[] second) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      return digest.digest(second);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("SHA-256", missing);
    }
  }
}
