package io.hall24.kiosk.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The chain's arithmetic a second time, from its documentation, with nothing but SHA-256. */
record PlainChain(String terminalId, String journalId) {
  /** The hash of an entry, lower-case hex. */
  String hash(
      long sequence,
      String previousHash,
      String type,
      int version,
      String retention,
      long keyPeriod,
      long recordedAt,
      Optional<Long> verifiedAt,
      byte[] commitment)
      throws NoSuchAlgorithmException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'H', '2', '4', 'J', 1});
    field(out, utf8("international"));
    field(out, utf8(terminalId));
    field(out, HexFormat.of().parseHex(journalId));
    field(out, integer(sequence, 8));
    field(out, HexFormat.of().parseHex(previousHash));
    field(out, utf8(type));
    field(out, integer(version, 4));
    field(out, utf8(retention));
    field(out, integer(keyPeriod, 8));
    field(out, integer(recordedAt, 8));
    field(out, verifiedAt.map(time -> integer(time, 8)).orElse(new byte[0]));
    return HexFormat.of().formatHex(sha256(out.toByteArray(), commitment));
  }

  static byte[] sha256(byte[] first, byte[] second) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(first);
    return digest.digest(second);
  }

  private static void field(ByteArrayOutputStream out, byte[] value) {
    out.writeBytes(integer(value.length, 4));
    out.writeBytes(value);
  }

  private static byte[] integer(long value, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (value >> (8 * (size - 1 - i)));
    }
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
