package io.hall24.kiosk.journal;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.SealingKey;
import io.hall24.kiosk.journal.AppendResult.Durable;
import io.hall24.kiosk.journal.AppendResult.NotRecorded;
import io.hall24.kiosk.journal.AppendResult.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sqlite.SQLiteErrorCode;

/** Everything that changes the journal. Lives on the writer's thread. */
final class JournalWriter {
  /** A start after a crash walks at most so many entries. */
  private static final long MARK_EVERY = 1024;

  private final Sql sql;
  private final JournalIdentity identity;
  private final CryptoSuite suite;
  private final KeyVault vault;
  private final Codecs codecs;
  private final ProjectionRunner projections;
  private final PeriodKeys keys;
  private final HallClock clock;
  private final VerifiedTime verifiedTime;
  private final KeyBook keyBook;
  private volatile ChainHead head;
  private volatile Optional<Fork> fork;
  private long marked;
  private Optional<String> storageFailure = Optional.empty();

  JournalWriter(
      Sql sql,
      JournalIdentity identity,
      EntryReader reader,
      ProjectionRunner projections,
      PeriodKeys keys,
      KeyBook keyBook,
      HallClock clock,
      VerifiedTime verifiedTime) {
    this.sql = sql;
    this.identity = identity;
    this.suite = reader.suite();
    this.vault = reader.vault();
    this.keyBook = keyBook;
    this.codecs = reader.codecs();
    this.projections = projections;
    this.keys = keys;
    this.clock = clock;
    this.verifiedTime = verifiedTime;
    this.head = EventTable.head(sql, identity);
    this.fork = EventTable.fork(sql);
    this.marked =
        VerifiedMark.load(sql, identity, suite, vault).map(VerifiedMark::sequence).orElse(0L);
  }

  /** Where the chain ends; may be asked from any thread. */
  ChainHead head() {
    return head;
  }

  /** The first fork that was ever found; may be asked from any thread. */
  Optional<Fork> fork() {
    return fork;
  }

  AppendResult<List<Recorded<?>>> append(List<? extends Event> events) {
    List<Draft> drafts = new ArrayList<>();
    for (Event event : events) {
      EventCodec<?> codec = codecs.of(event);
      PeriodKeys.Current current = keys.forNext(codec.retention());
      if (!(current.state() instanceof KeyState.Present(var key))) {
        return new NotRecorded<>(Reason.NO_KEY, current.state().toString());
      }
      drafts.add(new Draft(event, codec, Codecs.encode(codec, event), current.period(), key));
    }
    boolean markNow = head.sequence() - marked >= MARK_EVERY;
    List<EntryHeader> headers = new ArrayList<>();
    AppendResult<List<Recorded<?>>> result =
        write(() -> {
          if (markNow) {
            storeMark();
          }
          return store(drafts, headers);
        });
    if (result instanceof Durable<List<Recorded<?>>>(var recorded)) {
      if (markNow) {
        markStored();
      }
      headers.forEach(keyBook::note);
      Recorded<?> last = recorded.getLast();
      head = new ChainHead(identity.journalId(), last.sequence(), last.hash().hex());
    }
    return result;
  }

  /** Writes down how far the chain is known to be sound; to be followed by {@link #markStored}. */
  private void storeMark() {
    VerifiedMark.at(head, keyBook.digest(suite))
        .ifPresent(mark -> {
          mark.store(sql, suite, vault);
          keyBook.save(sql);
        });
  }

  private void markStored() {
    marked = head.sequence();
    keyBook.saved();
  }

  /** The same at the end of a walk or of a run; a disk that refuses costs the next start a walk. */
  void mark() {
    if (head.sequence() > marked
        && write(() -> {
          storeMark();
          return true;
        })
            instanceof Durable<Boolean>) {
      markStored();
    }
  }

  /** Writes down again what is written down anyway. */
  AppendResult<Boolean> tryToWrite() {
    AppendResult<Boolean> result =
        write(() -> {
          storeMark();
          return true;
        });
    if (result instanceof Durable<Boolean> && marked != Long.MAX_VALUE) {
      markStored();
    }
    return result;
  }

  /** The next start shall walk everything. */
  void distrust() {
    var _ = write(() -> VerifiedMark.remove(sql));
    marked = Long.MAX_VALUE;
  }

  /** Which entries share a key. */
  List<KeyPeriod> keyPeriods() {
    return keyBook.periods(identity.journalId(), vault);
  }

  private List<Recorded<?>> store(List<Draft> drafts, List<EntryHeader> headers) {
    Instant recordedAt = clock.wallTime().truncatedTo(ChronoUnit.MILLIS);
    Optional<Instant> verifiedAt =
        verifiedTime.now().map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    List<Recorded<?>> recorded = new ArrayList<>();
    long sequence = head.sequence();
    Bytes previous = Bytes.fromHex(head.hash());
    for (Draft draft : drafts) {
      sequence++;
      EntryHeader header =
          new EntryHeader(
              identity.suite(),
              identity.terminalId(),
              identity.journalId(),
              sequence,
              previous,
              draft.codec().name(),
              draft.codec().version(),
              draft.codec().retention(),
              draft.period(),
              recordedAt,
              verifiedAt);
      StoredEntry entry = StoredEntry.seal(suite, draft.key(), header, draft.payload());
      Recorded<?> event =
          new Recorded<>(sequence, draft.event(), recordedAt, verifiedAt, entry.hash());
      projections.apply(entry, event);
      entry.store(sql, recorded.size() + 1 == drafts.size());
      recorded.add(event);
      headers.add(header);
      previous = entry.hash();
    }
    return recorded;
  }

  /** Keeps a checkpoint, also one that does not fit: then it is the evidence of a fork. */
  AppendResult<Optional<Fork>> checkpoint(Checkpoint checkpoint) {
    AppendResult<Optional<Fork>> result =
        write(() -> {
          sql.update(
              "INSERT OR IGNORE INTO checkpoint(sequence, hash, signed, received_at)"
                  + " VALUES (?, ?, ?, ?)",
              checkpoint.sequence(),
              checkpoint.hash(),
              checkpoint.signed().compact(),
              clock.wallTime().toEpochMilli());
          return fork.or(() -> EventTable.fork(sql, checkpoint));
        });
    if (result instanceof Durable<Optional<Fork>>(Optional<Fork> found)) {
      fork = found;
    }
    return result;
  }

  AppendResult<Rejection> rejection(Rejection rejection) {
    return write(() -> {
      sql.update(
          "INSERT OR IGNORE INTO rejection(sequence, code, signed, received_at)"
              + " VALUES (?, ?, ?, ?)",
          rejection.sequence(),
          rejection.code(),
          rejection.signed().compact(),
          clock.wallTime().toEpochMilli());
      return rejection;
    });
  }

  KeyState shred(RetentionClass retention, long period) {
    return keys.destroy(retention, period);
  }

  void rebuild(String projection) {
    projections.rebuild(projection);
  }

  private <T> AppendResult<T> write(Supplier<T> work) {
    if (storageFailure.isPresent()) {
      return new NotRecorded<>(Reason.STORAGE_FAILED, storageFailure.get());
    }
    try {
      return new Durable<>(sql.transaction(work));
    } catch (JournalFailure failed) {
      return notRecorded(failed);
    }
  }

  private <T> AppendResult<T> notRecorded(JournalFailure failed) {
    if (failed.is(SQLiteErrorCode.SQLITE_FULL)) {
      return new NotRecorded<>(Reason.DISK_FULL, failed.why());
    }
    if (failed.is(SQLiteErrorCode.SQLITE_READONLY)) {
      return new NotRecorded<>(Reason.READ_ONLY, failed.why());
    }
    if (failed.is(
        SQLiteErrorCode.SQLITE_IOERR,
        SQLiteErrorCode.SQLITE_CORRUPT,
        SQLiteErrorCode.SQLITE_NOTADB,
        SQLiteErrorCode.SQLITE_CANTOPEN)) {
      storageFailure = Optional.of(failed.why());
      return new NotRecorded<>(Reason.STORAGE_FAILED, failed.why());
    }
    throw failed;
  }

  /** An event that waits for its place in the chain. */
  private record Draft(
      Event event, EventCodec<?> codec, Bytes payload, long period, SealingKey key) {}
}
