package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyName;
import io.hall24.kiosk.crypto.SealingKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the table of events.
 *
 * @param sealed salt and payload, sealed under the key of the period with the header as context
 */
record StoredEntry(EntryHeader header, Bytes sealed, Bytes commitment, Bytes hash) {
  static final String COLUMNS =
      "sequence, type, version, retention, key_period, recorded_at, verified_at,"
          + " sealed, commitment, previous_hash, hash";

  private static final String INSERT =
      "INSERT INTO event(" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Makes the entry of an event. */
  static StoredEntry seal(CryptoSuite suite, SealingKey key, EntryHeader header, Bytes payload) {
    Bytes salt = suite.random(EntryContent.SALT_BYTES);
    Bytes canonical = header.canonical();
    Bytes commitment = suite.digest(salt, payload);
    return new StoredEntry(
        header,
        suite.seal(key, Bytes.join(salt, payload), canonical),
        commitment,
        suite.digest(canonical, commitment));
  }

  /** Opens the content; empty when it is not what was sealed under this key and header. */
  Optional<EntryContent> content(CryptoSuite suite, SealingKey key) {
    return suite
        .unseal(key, sealed, header.canonical())
        .filter(opened -> opened.size() >= EntryContent.SALT_BYTES)
        .map(opened ->
            new EntryContent(
                opened.slice(0, EntryContent.SALT_BYTES),
                opened.slice(EntryContent.SALT_BYTES, opened.size())))
        .filter(content -> commitment.equals(suite.digest(content.salt(), content.payload())));
  }

  static KeyName keyName(String journalId, RetentionClass retention, long period) {
    return new KeyName(journalId + "." + EntryHeader.nameOf(retention) + "." + period);
  }

  KeyName keyName() {
    return keyName(header.journalId(), header.retention(), header.keyPeriod());
  }

  /**
   * Writes the row.
   *
   * @param last whether nothing follows in this transaction
   */
  void store(Sql sql, boolean last) {
    Object[] row = {
      header.sequence(),
      header.type(),
      header.version(),
      header.retentionName(),
      header.keyPeriod(),
      header.recordedAt().toEpochMilli(),
      header.verifiedAt().map(Instant::toEpochMilli),
      sealed,
      commitment,
      header.previousHash(),
      hash
    };
    var _ = last ? sql.updateLast(INSERT, row) : sql.update(INSERT, row);
  }

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException when it cannot be a row that was ever written
   */
  static StoredEntry load(JournalIdentity identity, Row row) {
    EntryHeader header =
        new EntryHeader(
            identity.suite(),
            identity.terminalId(),
            identity.journalId(),
            row.number("sequence"),
            row.bytes("previous_hash"),
            row.text("type"),
            Math.toIntExact(row.number("version")),
            EntryHeader.retentionNamed(row.text("retention")),
            row.number("key_period"),
            Instant.ofEpochMilli(row.number("recorded_at")),
            row.optionalNumber("verified_at").map(Instant::ofEpochMilli));
    return new StoredEntry(header, row.bytes("sealed"), row.bytes("commitment"), row.bytes("hash"));
  }
}
