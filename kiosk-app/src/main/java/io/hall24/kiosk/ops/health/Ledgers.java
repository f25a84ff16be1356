package io.hall24.kiosk.ops.health;

import io.hall24.device.Medium;
import io.hall24.kiosk.issuance.IssuanceLedger;
import io.hall24.kiosk.issuance.OpenIssuance;
import io.hall24.kiosk.issuance.StockCount;
import io.hall24.kiosk.issuance.StockLedger;
import io.hall24.kiosk.issuance.StockRoom;
import io.hall24.kiosk.journal.FileReading;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalFailure;
import io.hall24.kiosk.journal.JournalFile;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.JournalStatus;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the record tells a health report. */
public interface Ledgers {
  /** The queue. */
  FileReading<JournalStatus> journal();

  /** The sheets, one count a medium. */
  FileReading<List<StockCount>> stock();

  /** What is not settled. */
  FileReading<List<OpenIssuance>> issuances();

  /** Of a terminal that runs. */
  static Ledgers of(Journal journal) {
    return new Running(journal, new StockRoom(journal));
  }

  /** Of a terminal that need not run: read from its file, without lock and keys. */
  static Ledgers in(JournalPlace place) {
    return new Filed(new JournalFile(place, place.database()));
  }

  /**
   * The record in use.
   *
   * @param events all of them
   * @param room its sheets
   */
  record Running(Journal events, StockRoom room) implements Ledgers {
    @Override
    public FileReading<JournalStatus> journal() {
      return read(events::status);
    }

    @Override
    public FileReading<List<StockCount>> stock() {
      return read(() -> Stream.of(Medium.values()).map(room::count).toList());
    }

    @Override
    public FileReading<List<OpenIssuance>> issuances() {
      return read(() -> events.read(IssuanceLedger::open));
    }

    private static <T> FileReading<T> read(Supplier<T> question) {
      try {
        return new FileReading.Read<>(question.get());
      } catch (JournalFailure | RejectedExecutionException unreadable) {
        return new FileReading.Unreadable<>(String.valueOf(unreadable.getMessage()));
      }
    }
  }

  /**
   * The record on the disk.
   *
   * @param file of its events
   */
  record Filed(JournalFile file) implements Ledgers {
    @Override
    public FileReading<JournalStatus> journal() {
      return file.status();
    }

    @Override
    public FileReading<List<StockCount>> stock() {
      return file.ask(
          new StockLedger(),
          store ->
              Stream.of(Medium.values()).map(medium -> StockLedger.count(medium, store)).toList());
    }

    @Override
    public FileReading<List<OpenIssuance>> issuances() {
      return file.ask(new IssuanceLedger(), IssuanceLedger::open);
    }
  }
}
