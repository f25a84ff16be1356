package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** Examines a journal's file, in use or copied, without changing it. */
public final class JournalVerifier {
  private final JournalPlace place;

  /**
   * @param place gives the directory for SQLite's native library
   */
  public JournalVerifier(JournalPlace place) {
    this.place = place;
  }

  /**
   * Walks the whole chain.
   *
   * @param file the database
   * @param vault to compare content too, where its keys still exist; without it the chain of
   *     headers and commitments alone is verified
   */
  public VerifyReport verify(Path file, Optional<KeyVault> vault) {
    if (!Files.isRegularFile(file)) {
      return new VerifyReport.NotAJournal("no such file: " + file);
    }
    try (OwnedThread thread = new OwnedThread("journal-verifier")) {
      return thread.call(() -> guarded(file, vault));
    }
  }

  private VerifyReport guarded(Path file, Optional<KeyVault> vault) {
    try {
      Database.unpackInto(place.nativeLibraries());
      try (Sql sql = Database.forExamining(file)) {
        return sql.snapshot(() -> examine(sql, vault));
      }
    } catch (IOException failed) {
      return new VerifyReport.NotAJournal(failed.toString());
    } catch (JournalFailure failed) {
      return failed.is(SQLiteErrorCode.SQLITE_NOTADB)
          ? new VerifyReport.NotAJournal(failed.why())
          : new VerifyReport.Broken(0, failed.why());
    }
  }

  private static VerifyReport examine(Sql sql, Optional<KeyVault> vault) {
    if (!Schema.isJournal(sql)) {
      return new VerifyReport.NotAJournal("a database, but not a journal");
    }
    Optional<JournalIdentity> identity = JournalIdentity.load(sql);
    if (identity.isEmpty()) {
      return new VerifyReport.Broken(0, "the journal has lost its identity");
    }
    Optional<CryptoSuite> suite = CryptoSuite.named(identity.get().suite());
    return suite.isEmpty()
        ? new VerifyReport.NotAJournal("unknown suite " + identity.get().suite())
        : walk(sql, identity.get(), suite.get(), vault);
  }

  private static VerifyReport walk(
      Sql sql, JournalIdentity identity, CryptoSuite suite, Optional<KeyVault> vault) {
    return switch (new ChainScan(sql, identity, suite, vault).walk()) {
      case ChainScan.Found.Broken(long sequence, String why) ->
          new VerifyReport.Broken(sequence, why);
      case ChainScan.Found.Intact intact ->
          brokenPages(sql)
              .<VerifyReport>map(why -> new VerifyReport.Broken(0, why))
              .orElseGet(() ->
                  new VerifyReport.Intact(
                      identity.terminalId(),
                      EventTable.head(sql, identity),
                      intact.unreadable(),
                      EventTable.fork(sql)));
    };
  }

  /** What SQLite itself finds wrong with its pages. */
  static Optional<String> brokenPages(Sql sql) {
    return sql.first("PRAGMA quick_check(1)", row -> row.text("quick_check"))
        .filter(answer -> !answer.equals("ok"))
        .map(answer -> "SQLite: " + answer);
  }
}
