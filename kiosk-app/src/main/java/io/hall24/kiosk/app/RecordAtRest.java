package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.journal.FileReading;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalFile;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.JournalStatus;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.ops.staff.StaffRegister;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The record of a terminal that does not run, opened for one command; the terminal cannot start
 * meanwhile. Registry time is not known.
 *
 * @param journal the record
 * @param desk where staff change things
 */
record RecordAtRest(Journal journal, StaffDesk desk) implements AutoCloseable {
  /** Opens it. */
  static RecordAtRest open(Path data, KeyVault vault) throws CannotOpen {
    JournalPlace place = JournalPlace.in(data);
    HallClock clock = HallClock.system();
    OpenResult opening =
        Journal.open(
            place,
            vault.suite(),
            vault,
            terminalId(place),
            TerminalRecord.codecs(),
            TerminalRecord.projections(),
            clock,
            VerifiedTime.UNKNOWN);
    Journal journal = TerminalRecord.opened(opening, data);
    var register =
        new StaffRegister(
            data, journal, vault, vault.suite(), PinHash.Cost.usual(), clock, VerifiedTime.UNKNOWN);
    return new RecordAtRest(
        journal,
        new StaffDesk(
            data, journal, register, DayDesk.of(data, journal, vault, Optional.empty(), clock)));
  }

  private static String terminalId(JournalPlace place) throws CannotOpen {
    return switch (new JournalFile(JournalSource.place(place.directory()), place.database())
        .status()) {
      case FileReading.Read<JournalStatus>(var status) -> status.terminalId();
      case FileReading.Unreadable<JournalStatus>(var why) ->
          throw new CannotOpen("no journal: " + why, "start the terminal once");
    };
  }

  @Override
  public void close() {
    journal.close();
  }
}
