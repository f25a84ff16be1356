package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What stays of an event for ever: everything but its content.
 *
 * <p>The canonical form, over which the chain runs, is the five bytes {@code 48 32 34 4A 01}
 * ("H24J", version 1 of this form) and then eleven fields in the order below, each a length (4
 * bytes, big-endian, unsigned) and that many bytes. Texts are UTF-8. Integers are two's complement,
 * big-endian, 8 bytes, or 4 bytes for the version. Times are milliseconds since
 * 1970-01-01T00:00:00Z.
 *
 * <ol>
 *   <li>name of the crypto suite, which decides the digest
 *   <li>terminal id
 *   <li>journal id, 16 bytes
 *   <li>sequence, 8 bytes
 *   <li>hash of the previous entry; as many zero bytes for the first
 *   <li>type name
 *   <li>version of the type's encoding, 4 bytes
 *   <li>retention class: {@code visit}, {@code operation} or {@code issuance}
 *   <li>key period, 8 bytes
 *   <li>recorded at, 8 bytes
 *   <li>verified at, 8 bytes; empty when registry time was not known
 * </ol>
 *
 * With H the suite's digest: commitment = H(salt ‖ payload), hash = H(canonical header ‖
 * commitment). The salt is 32 random bytes.
 *
 * @param suite name of the crypto suite
 * @param journalId 32 lower-case hexadecimal digits
 * @param sequence from 1
 * @param keyPeriod counts the keys of the retention class in this journal, from 1; says nothing of
 *     time
 * @param recordedAt by the terminal's wall clock
 * @param verifiedAt by the registry's time, where known
 */
public record EntryHeader(
    String suite,
    String terminalId,
    String journalId,
    long sequence,
    Bytes previousHash,
    String type,
    int version,
    RetentionClass retention,
    long keyPeriod,
    Instant recordedAt,
    Optional<Instant> verifiedAt) {
  private static final Bytes MAGIC = Bytes.fromHex("4832344a01");

  /** The form over which the chain runs. */
  public Bytes canonical() {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(buffer)) {
      out.write(MAGIC.toArray());
      field(out, Bytes.utf8(suite));
      field(out, Bytes.utf8(terminalId));
      field(out, Bytes.fromHex(journalId));
      field(out, number(sequence));
      field(out, previousHash);
      field(out, Bytes.utf8(type));
      field(out, Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt(version).array()));
      field(out, Bytes.utf8(retentionName()));
      field(out, number(keyPeriod));
      field(out, number(recordedAt.toEpochMilli()));
      field(out, verifiedAt.map(at -> number(at.toEpochMilli())).orElse(Bytes.EMPTY));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Bytes.of(buffer.toByteArray());
  }

  /** The retention class as it stands in the canonical form and on the wire. */
  public String retentionName() {
    return nameOf(retention);
  }

  static String nameOf(RetentionClass retention) {
    return retention.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The class that is so named in the canonical form.
   *
   * @throws IllegalArgumentException when none is
   */
  static RetentionClass retentionNamed(String name) {
    RetentionClass retention = RetentionClass.valueOf(name.toUpperCase(Locale.ROOT));
    if (!nameOf(retention).equals(name)) {
      throw new IllegalArgumentException("retention class " + name);
    }
    return retention;
  }

  private static void field(DataOutputStream out, Bytes value) throws IOException {
    out.writeInt(value.size());
    out.write(value.toArray());
  }

  private static Bytes number(long value) {
    return Bytes.of(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }
}
