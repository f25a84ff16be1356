package io.hall24.kiosk.journal;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.journal.AppendResult.Durable;
import io.hall24.kiosk.journal.AppendResult.NotRecorded;
import io.hall24.kiosk.journal.AppendResult.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The durable, hash-chained record of everything that must not be lost, in one SQLite file that
 * this process alone writes. {@link EntryHeader} documents the chain.
 *
 * <p>May be called from every thread, virtual ones too: all work on the database happens on two
 * platform threads of its own, {@code journal-writer} and {@code journal-reader}. Calls wait for
 * their result; an interrupt neither stops them nor is it lost. Questions throw {@link
 * JournalFailure} when the database cannot be read.
 */
public final class Journal implements AutoCloseable {
  private static final int PAGE = 256;
  private final JournalPlace place;
  private final JournalIdentity identity;
  private final DirectoryLock lock;
  private final OwnedThread writing;
  private final Sql writingSql;
  private final JournalWriter writer;
  private final EntryReader entries;
  private final OwnedThread reading = new OwnedThread("journal-reader");
  private final Sql readingSql;
  private final Patrol patrol;
  private volatile Optional<Damage> damage = Optional.empty();

  Journal(
      JournalPlace place,
      JournalIdentity identity,
      DirectoryLock lock,
      OwnedThread writing,
      Sql writingSql,
      JournalWriter writer,
      EntryReader entries,
      HallClock clock) {
    this.place = place;
    this.identity = identity;
    this.lock = lock;
    this.writing = writing;
    this.writingSql = writingSql;
    this.writer = writer;
    this.entries = entries;
    this.readingSql = reading.call(() -> Database.forReading(place.database()));
    this.patrol =
        new Patrol(
            place.database(), identity, entries.suite(), entries.vault(), clock, this::damaged);
    patrol.start();
  }

  /**
   * Opens the journal of a terminal, or begins one; registry time is never known.
   *
   * @see #open(JournalPlace, CryptoSuite, KeyVault, String, List, List, HallClock, VerifiedTime)
   */
  public static OpenResult open(
      JournalPlace place,
      CryptoSuite suite,
      KeyVault vault,
      String terminalId,
      List<EventCodec<?>> codecs,
      List<Projection> projections,
      HallClock clock) {
    return open(place, suite, vault, terminalId, codecs, projections, clock, VerifiedTime.UNKNOWN);
  }

  /**
   * Opens the journal of a terminal, or begins one where there never was one. The chain is verified
   * first, from the last place for which this terminal has signed that it was sound; the rest is
   * verified again while the journal is in use ({@link #damage}). A damaged or foreign file is left
   * as it is.
   *
   * @param codecs of every type that will be appended or read
   * @param projections brought up to date before this returns
   * @param verifiedTime asked at every append, on the writer's thread
   */
  public static OpenResult open(
      JournalPlace place,
      CryptoSuite suite,
      KeyVault vault,
      String terminalId,
      List<EventCodec<?>> codecs,
      List<Projection> projections,
      HallClock clock,
      VerifiedTime verifiedTime) {
    return new JournalOpening(
            place,
            suite,
            vault,
            terminalId,
            new Codecs(codecs),
            List.copyOf(projections),
            clock,
            verifiedTime)
        .open();
  }

  /**
   * Records an event. With {@link Durable} it is on the disk, and all projections know it.
   *
   * @throws IllegalArgumentException when no codec was registered for it
   */
  @CheckReturnValue
  public <E extends Event> AppendResult<Recorded<E>> append(E event) {
    return switch (appendAll(List.of(event))) {
      case Durable<List<Recorded<?>>>(var recorded) ->
          new Durable<>(withEvent(recorded.getFirst(), event));
      case NotRecorded<List<Recorded<?>>>(var reason, var detail) ->
          new NotRecorded<>(reason, detail);
    };
  }

  private static <E extends Event> Recorded<E> withEvent(Recorded<?> recorded, E event) {
    return new Recorded<>(
        recorded.sequence(), event, recorded.recordedAt(), recorded.verifiedAt(), recorded.hash());
  }

  /**
   * Records events one behind the other, all of them or none.
   *
   * @param events at least one
   */
  @CheckReturnValue
  public AppendResult<List<Recorded<?>>> appendAll(List<? extends Event> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("nothing to append");
    }
    List<? extends Event> taken = List.copyOf(events);
    return write(() -> writer.append(taken));
  }

  /** Where the chain ends. Answers at once. */
  public ChainHead head() {
    return writer.head();
  }

  public String terminalId() {
    return identity.terminalId();
  }

  /**
   * The events of a family, in order; those whose content is shredded are left out. Read page by
   * page while the stream is consumed.
   *
   * @param from sequence of the first that may appear
   * @param family an event type or a sealed interface of events
   */
  public <E extends Event> Stream<Recorded<E>> events(long from, Class<E> family) {
    List<String> types = entries.codecs().namesOf(family);
    if (types.isEmpty()) {
      return Stream.empty();
    }
    Function<Long, List<StoredEntry>> pageAfter =
        sequence -> ask(() -> EventTable.after(readingSql, identity, sequence, PAGE, types));
    return Stream.iterate(
            pageAfter.apply(from - 1),
            page -> !page.isEmpty(),
            page -> pageAfter.apply(page.getLast().header().sequence()))
        .flatMap(List::stream)
        .flatMap(entry -> entries.event(entry).stream())
        .map(recorded -> withEvent(recorded, family.cast(recorded.event())));
  }

  /** Asks the projections' tables, on a connection that cannot write. */
  public <T> T read(Function<ReadStore, T> query) {
    SealedStore store =
        new SealedStore(readingSql, entries.suite(), entries.vault(), Optional.empty());
    return ask(() -> readingSql.snapshot(() -> query.apply(store)));
  }

  /** Throws a projection's tables away and derives them again. */
  public void rebuild(String projection) {
    writing.call(() -> {
      writer.rebuild(projection);
      return projection;
    });
  }

  /** The entries behind a sequence, in order, as they are sent to the registry. */
  public List<Entry> after(long sequence, int limit) {
    return ask(() ->
        EventTable.after(readingSql, identity, sequence, limit).stream()
            .map(entries::wireForm)
            .toList());
  }

  /** The sequence up to which the registry has signed for this chain; 0 for none. */
  public long acknowledged() {
    return ask(() -> EventTable.acknowledged(readingSql));
  }

  /** The registry's latest checkpoint. */
  public Optional<Checkpoint> lastCheckpoint() {
    return ask(() -> EventTable.lastCheckpoint(readingSql));
  }

  /**
   * Keeps a checkpoint, byte for byte.
   *
   * @return the fork, if the registry has signed for something that this chain is not
   */
  @CheckReturnValue
  public AppendResult<Optional<Fork>> recordCheckpoint(Checkpoint checkpoint) {
    return write(() -> writer.checkpoint(checkpoint));
  }

  /** Whether the registry has ever signed for something that this chain is not. */
  public Optional<Fork> fork() {
    return writer.fork();
  }

  /** What was found broken since the start, by walking the whole chain again now and then. */
  public Optional<Damage> damage() {
    return damage;
  }

  private void damaged(Damage found) {
    damage = Optional.of(found);
    writing.call(() -> {
      writer.distrust();
      return found;
    });
  }

  /** Notes that the registry does not accept an event; the first note of an event stays. */
  @CheckReturnValue
  public AppendResult<Rejection> recordRejection(Rejection rejection) {
    return write(() -> writer.rejection(rejection));
  }

  /** The rejected events, in order. */
  public List<Rejection> rejections() {
    return ask(() -> EventTable.rejections(readingSql));
  }

  /** Whether the disk takes something durable now; tried by writing. */
  public boolean isWritable() {
    return write(writer::tryToWrite) instanceof Durable<Boolean>;
  }

  /** Which entries share a key, in order. */
  public List<KeyPeriod> keyPeriods() {
    return writing.call(writer::keyPeriods);
  }

  /**
   * Destroys the key of a period: the content of its entries, and every column sealed for them, is
   * gone for ever; the chain stays verifiable. Whether the time has come is the caller's decision.
   */
  public KeyState shred(RetentionClass retention, long period) {
    return writing.call(() -> writer.shred(retention, period));
  }

  public JournalStatus status() {
    return ask(() -> JournalStatus.of(readingSql, identity, place.database()));
  }

  /** The headers of the last entries, in order. Tells nothing personal. */
  public List<EntryHeader> tail(int count) {
    return ask(() -> EventTable.tail(readingSql, identity, count));
  }

  private <T> AppendResult<T> write(Supplier<AppendResult<T>> work) {
    try {
      return writing.call(work);
    } catch (RejectedExecutionException closed) {
      return new NotRecorded<>(Reason.CLOSED, "the journal is closed");
    }
  }

  private <T> T ask(Supplier<T> question) {
    return reading.call(question);
  }

  /** Finishes what was asked, and gives the directory back. */
  @Override
  public void close() {
    patrol.close();
    reading.finish(readingSql::close);
    writing.finish(() -> {
      writer.mark();
      writingSql.close();
    });
    try {
      lock.close();
    } catch (IOException failed) {
      throw new IllegalStateException("the lock file cannot be closed", failed);
    }
  }
}
