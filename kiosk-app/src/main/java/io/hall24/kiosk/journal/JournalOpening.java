package io.hall24.kiosk.journal;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** The way from a directory to an open journal, or to the reason why there is none. */
record JournalOpening(
    JournalPlace place,
    CryptoSuite suite,
    KeyVault vault,
    String terminalId,
    Codecs codecs,
    List<Projection> projections,
    HallClock clock,
    VerifiedTime verifiedTime) {

  OpenResult open() {
    try {
      Files.createDirectories(place.directory());
      Optional<DirectoryLock> lock = DirectoryLock.take(place);
      return lock.isPresent()
          ? openOwned(lock.get())
          : new OpenResult.InUse(place.lockFile() + " is locked");
    } catch (IOException failed) {
      return new OpenResult.Unwritable(failed.toString());
    }
  }

  /** The library is native: from here on everything happens on the writer's thread. */
  private OpenResult openOwned(DirectoryLock lock) throws IOException {
    OwnedThread thread = new OwnedThread("journal-writer");
    OpenResult result = new OpenResult.Unwritable("not opened");
    try {
      result = thread.call(() -> guarded(lock, thread));
      return result;
    } finally {
      if (!(result instanceof OpenResult.Opened)) {
        thread.close();
        lock.close();
      }
    }
  }

  private OpenResult guarded(DirectoryLock lock, OwnedThread thread) {
    try {
      Database.unpackInto(place.nativeLibraries());
      Optional<OpenResult> obstacle = prepareFile();
      return obstacle.isPresent() ? obstacle.get() : openFile(lock, thread);
    } catch (IOException failed) {
      return new OpenResult.Unwritable(failed.toString());
    } catch (JournalFailure failed) {
      return explain(failed);
    }
  }

  private static OpenResult explain(JournalFailure failed) {
    if (failed.is(SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_CORRUPT)) {
      return new OpenResult.Damaged(0, failed.why());
    }
    if (failed.is(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED)) {
      return new OpenResult.InUse(failed.why());
    }
    if (failed.is(
        SQLiteErrorCode.SQLITE_READONLY,
        SQLiteErrorCode.SQLITE_CANTOPEN,
        SQLiteErrorCode.SQLITE_PERM,
        SQLiteErrorCode.SQLITE_FULL,
        SQLiteErrorCode.SQLITE_IOERR)) {
      return new OpenResult.Unwritable(failed.why());
    }
    throw failed;
  }

  /** Makes the file if there never was one; looks at an existing one without changing it. */
  private Optional<OpenResult> prepareFile() throws IOException {
    Path file = place.database();
    if (Files.exists(file)) {
      return Files.size(file) == 0
          ? Optional.of(new OpenResult.Damaged(0, "journal.db is empty"))
          : examine(file);
    }
    if (Files.exists(file.resolveSibling("journal.db-wal"))) {
      return Optional.of(new OpenResult.Damaged(0, "journal.db is gone, its log is there"));
    }
    String journalId = suite.random(16).hex();
    Database.create(
        file,
        new JournalIdentity(terminalId, journalId, suite.name()),
        clock.wallTime().toEpochMilli());
    return Optional.empty();
  }

  private Optional<OpenResult> examine(Path file) {
    try (Sql sql = Database.forReading(file)) {
      if (!Schema.isJournal(sql)) {
        return Optional.of(new OpenResult.Foreign("a database, but not a journal"));
      }
      if (Schema.version(sql) > Schema.newest()) {
        return Optional.of(new OpenResult.Foreign("written by a newer version of this program"));
      }
      Optional<JournalIdentity> identity = JournalIdentity.load(sql);
      if (identity.isEmpty()) {
        return Optional.of(new OpenResult.Damaged(0, "the journal has lost its identity"));
      }
      if (!identity.get().terminalId().equals(terminalId)) {
        return Optional.of(
            new OpenResult.Foreign("the journal of terminal " + identity.get().terminalId()));
      }
      return identity.get().suite().equals(suite.name())
          ? Optional.empty()
          : Optional.of(new OpenResult.Foreign("written with suite " + identity.get().suite()));
    }
  }

  private OpenResult openFile(DirectoryLock lock, OwnedThread thread) {
    Sql sql = Database.forWriting(place.database());
    OpenResult result = new OpenResult.Unwritable("not opened");
    try {
      Schema.migrate(sql, clock.wallTime().toEpochMilli());
      result = checked(sql, lock, thread);
      return result;
    } finally {
      if (!(result instanceof OpenResult.Opened)) {
        sql.close();
      }
    }
  }

  private OpenResult checked(Sql sql, DirectoryLock lock, OwnedThread thread) {
    JournalIdentity identity = JournalIdentity.load(sql).orElseThrow();
    Optional<String> pages = JournalVerifier.brokenPages(sql);
    return switch (new ChainScan(sql, identity, suite, Optional.of(vault)).walk()) {
      case ChainScan.Found.Broken(long sequence, String why) ->
          new OpenResult.Damaged(sequence, why);
      case ChainScan.Found.Intact intact when pages.isPresent() ->
          new OpenResult.Damaged(0, pages.get());
      case ChainScan.Found.Intact intact when lost(intact).isPresent() ->
          new OpenResult.Foreign("not the keys of this journal: " + lost(intact).get());
      case ChainScan.Found.Intact intact ->
          new OpenResult.Opened(assemble(sql, identity, intact, lock, thread));
    };
  }

  private static Optional<String> lost(ChainScan.Found.Intact intact) {
    return intact.periods().stream()
        .filter(period -> period.state() == KeyPeriod.State.LOST)
        .findFirst()
        .map(period -> EntryHeader.nameOf(period.retention()) + " " + period.period());
  }

  private Journal assemble(
      Sql sql,
      JournalIdentity identity,
      ChainScan.Found.Intact intact,
      DirectoryLock lock,
      OwnedThread thread) {
    EntryReader reader = new EntryReader(suite, vault, codecs);
    ProjectionRunner runner = new ProjectionRunner(projections, sql, reader, identity);
    runner.bringUpToDate();
    Map<RetentionClass, Long> lastUsed = new EnumMap<>(RetentionClass.class);
    for (KeyPeriod period : intact.periods()) {
      lastUsed.merge(period.retention(), period.period(), Math::max);
    }
    PeriodKeys keys = new PeriodKeys(vault, identity.journalId(), clock, lastUsed);
    JournalWriter writer =
        new JournalWriter(sql, identity, reader, runner, keys, clock, verifiedTime);
    return new Journal(place, identity, lock, thread, sql, writer, reader);
  }
}
