package io.hall24.kiosk.journal;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      return examineAndOpen(lock, thread);
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

  /** What looking at a file showed; looking changes nothing. */
  private sealed interface Examination {
    record Sound(JournalIdentity identity, ChainScan.Found.Intact chain) implements Examination {}

    record Obstacle(OpenResult result) implements Examination {}
  }

  private OpenResult examineAndOpen(DirectoryLock lock, OwnedThread thread) throws IOException {
    Path file = place.database();
    if (!Files.exists(file)) {
      if (Files.exists(file.resolveSibling("journal.db-wal"))) {
        return new OpenResult.Damaged(0, "journal.db is gone, its log is there");
      }
      begin(file);
    }
    return switch (examine(file)) {
      case Examination.Obstacle(OpenResult obstacle) -> obstacle;
      case Examination.Sound sound -> openFile(sound, lock, thread);
    };
  }

  private void begin(Path file) throws IOException {
    String journalId = suite.random(16).hex();
    Database.create(
        file,
        new JournalIdentity(terminalId, journalId, suite.name()),
        clock.wallTime().toEpochMilli());
  }

  private Examination examine(Path file) throws IOException {
    if (Files.size(file) == 0) {
      return new Examination.Obstacle(new OpenResult.Damaged(0, "journal.db is empty"));
    }
    try (Sql sql = Database.forReading(file)) {
      if (!Schema.isJournal(sql)) {
        return foreign("a database, but not a journal");
      }
      if (Schema.version(sql) > Schema.newest()) {
        return new Examination.Obstacle(
            new OpenResult.Newer("tables of version " + Schema.version(sql)));
      }
      Optional<JournalIdentity> identity = JournalIdentity.load(sql);
      return identity.isPresent()
          ? examine(sql, identity.get())
          : new Examination.Obstacle(
              new OpenResult.Damaged(0, "the journal has lost its identity"));
    }
  }

  private Examination examine(Sql sql, JournalIdentity identity) {
    if (!identity.terminalId().equals(terminalId)) {
      return foreign("the journal of terminal " + identity.terminalId());
    }
    if (!identity.suite().equals(suite.name())) {
      return foreign("written with suite " + identity.suite());
    }
    Optional<VerifiedMark> mark =
        Schema.version(sql) < Schema.newest()
            ? Optional.empty()
            : VerifiedMark.load(sql, identity, suite, vault);
    return mark.isPresent()
        ? judged(
            ChainScan.behind(mark.get(), sql, identity, suite, vault).walk(),
            Optional.empty(),
            identity)
        : judged(
            new ChainScan(sql, identity, suite, Optional.of(vault)).walk(),
            JournalVerifier.brokenPages(sql),
            identity);
  }

  private Examination judged(
      ChainScan.Found found, Optional<String> brokenPages, JournalIdentity identity) {
    return switch (found) {
      case ChainScan.Found.Broken(long sequence, String why) ->
          new Examination.Obstacle(new OpenResult.Damaged(sequence, why));
      case ChainScan.Found.Intact chain when brokenPages.isPresent() ->
          new Examination.Obstacle(new OpenResult.Damaged(0, brokenPages.get()));
      case ChainScan.Found.Intact chain ->
          lost(chain, identity)
              .map(key -> foreign("not the keys of this journal: " + key))
              .orElseGet(() -> new Examination.Sound(identity, chain));
    };
  }

  private static Examination foreign(String why) {
    return new Examination.Obstacle(new OpenResult.Foreign(why));
  }

  private Optional<String> lost(ChainScan.Found.Intact chain, JournalIdentity identity) {
    return chain.keys().periods(identity.journalId(), vault).stream()
        .filter(period -> period.state() == KeyPeriod.State.LOST)
        .findFirst()
        .map(period -> EntryHeader.nameOf(period.retention()) + " " + period.period());
  }

  private OpenResult openFile(Examination.Sound sound, DirectoryLock lock, OwnedThread thread) {
    Sql sql = Database.forWriting(place.database());
    boolean opened = false;
    try {
      Schema.migrate(sql, clock.wallTime().toEpochMilli());
      Journal journal = assemble(sql, sound.identity(), sound.chain(), lock, thread);
      opened = true;
      return new OpenResult.Opened(journal);
    } finally {
      if (!opened) {
        sql.close();
      }
    }
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
    PeriodKeys keys = new PeriodKeys(vault, identity.journalId(), clock, intact.keys().lastUsed());
    JournalWriter writer =
        new JournalWriter(sql, identity, reader, runner, keys, intact.keys(), clock, verifiedTime);
    return new Journal(place, identity, lock, thread, sql, writer, reader, clock);
  }
}
