package io.hall24.kiosk.ops.staff;

import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalFailure;
import io.hall24.kiosk.ops.staff.CredentialFile.Content;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The credentials on the disk and what the journal says of them, for one at a time. */
final class StaffRecord {
  private static final Logger LOG = LoggerFactory.getLogger(StaffRecord.class);
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Journal journal;
  private final CredentialFile file;

  StaffRecord(Journal journal, CredentialFile file) {
    this.journal = journal;
    this.file = file;
  }

  /** Something that is done while nobody else is served. */
  interface Work<T> {
    T on(Content content) throws IOException;
  }

  /** Something that the journal refused. */
  private static final class Unrecorded extends IOException {
    private static final long serialVersionUID = 1L;

    Unrecorded(String detail) {
      super(detail);
    }
  }

  /**
   * Waits for the turn and does it.
   *
   * @param unavailable what to say when the disk or the journal refuses
   */
  <T> T inTurn(Work<T> work, Function<String, T> unavailable) {
    turn.lock();
    try {
      return work.on(content());
    } catch (IOException | JournalFailure failed) {
      return unavailable.apply(String.valueOf(failed.getMessage()));
    } finally {
      turn.unlock();
    }
  }

  /**
   * The credentials as they are now.
   *
   * @throws IOException when they cannot be read
   */
  Content read() throws IOException {
    turn.lock();
    try {
      return content();
    } finally {
      turn.unlock();
    }
  }

  private Content content() throws IOException {
    return file.read(journal.read(StaffLedger::file));
  }

  /**
   * Puts changed credentials in the place of the old ones. From the event on the journal names the
   * new file; an old one that stays behind is never read.
   *
   * @param event tells of it, given the name of the new file
   */
  void replace(Content changed, Function<String, StaffEvent> event) throws IOException {
    String written = file.write(changed);
    write(event.apply(written));
    try {
      file.keepOnly(written);
    } catch (IOException left) {
      LOG.warn("an old file of staff credentials stays behind: {}", left.toString());
    }
  }

  void write(Event... events) throws IOException {
    switch (journal.appendAll(List.of(events))) {
      case AppendResult.Durable<?> _ -> {}
      case AppendResult.NotRecorded<?>(var reason, var detail) ->
          throw new Unrecorded("the journal takes nothing: " + reason + " " + detail);
    }
  }

  StaffLedger.Tries tries(int number) {
    return journal.read(store -> StaffLedger.tries(number, store));
  }

  /** The step of the last one-time code that somebody used. */
  long lastStep(int number) {
    return journal.read(store -> StaffLedger.lastStep(number, store));
  }
}
