package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import java.util.Optional;

/**
 * Whose journal a file is.
 *
 * @param journalId random, 32 lower-case hexadecimal digits
 * @param suite name of the crypto suite
 */
record JournalIdentity(String terminalId, String journalId, String suite) {
  /** What the first entry names as the hash before it: as many zero bytes as a digest has. */
  Bytes startHash() {
    return Bytes.zeros(CryptoSuite.named(suite).orElseThrow().digestSize());
  }

  int store(Sql sql, long wallMillis) {
    return sql.update(
        "INSERT INTO journal(one, terminal_id, journal_id, suite, created_at) VALUES (1, ?, ?, ?, ?)",
        terminalId,
        journalId,
        suite,
        wallMillis);
  }

  static Optional<JournalIdentity> load(Sql sql) {
    return sql.first(
        "SELECT terminal_id, journal_id, suite FROM journal",
        row ->
            new JournalIdentity(
                row.text("terminal_id"), row.text("journal_id"), row.text("suite")));
  }
}
