package io.hall24.kiosk.app;

import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SheetRange;
import io.hall24.kiosk.issuance.StaffAnswer;
import io.hall24.kiosk.issuance.StockRoom;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.licence.Copy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A data directory with a journal of three events: two trays loaded, one licence asked for. */
final class RecordedTerminal {
  static final String PASSPHRASE = "a passphrase of this test";
  static final CryptoSuite SUITE = CryptoSuite.international();
  private static final TwoPersons CLERKS = new TwoPersons("clerk-a", "clerk-b");

  private RecordedTerminal() {}

  static Journal open(Path data) throws IOException {
    return open(data, SUITE);
  }

  static Journal open(Path data, CryptoSuite suite) throws IOException {
    Files.writeString(data.resolve("passphrase"), PASSPHRASE);
    VaultOpening vault = KeyVault.create(data.resolve("keys"), PASSPHRASE.toCharArray(), suite);
    OpenResult opening =
        Journal.open(
            JournalSource.place(data),
            suite,
            ((VaultOpening.Opened) vault).vault(),
            "terminal-7",
            TerminalRecord.codecs(),
            TerminalRecord.projections(),
            HallClock.system());
    return ((OpenResult.Opened) opening).journal();
  }

  /** Records the three events and closes the journal. */
  static void record(Path data) throws IOException {
    try (Journal journal = open(data)) {
      record(journal);
    }
  }

  static void record(Journal journal) {
    StockRoom room = new StockRoom(journal);
    expect(room.load(Medium.A3, sheets("ZA000001", "ZA000010"), CLERKS));
    expect(room.load(Medium.A4, sheets("FA000001", "FA000005"), CLERKS));
    var requested =
        new IssuanceEvent.Requested(new Ticket("issuance-1", "order-1", new Copy.Original()));
    if (!(journal.append(requested) instanceof AppendResult.Durable)) {
      throw new AssertionError("not recorded");
    }
  }

  /** Takes a count of one sheet too few, which closes the tray. */
  static void miscount(Journal journal) {
    expect(new StockRoom(journal).counted(Medium.A4, 4, java.util.List.of(), CLERKS));
  }

  private static SheetRange sheets(String from, String to) {
    return new SheetRange(new SheetNumber(from), new SheetNumber(to));
  }

  private static void expect(StaffAnswer answer) {
    if (!(answer instanceof StaffAnswer.Recorded)) {
      throw new AssertionError(answer);
    }
  }

  /**
   * Changes one byte of an event's column in a copy of the file.
   *
   * @return the copy
   */
  static Path withOneByteFlipped(Path data, String column, int sequence)
      throws IOException, SQLException {
    byte[] value;
    try (var raw = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
        var statement = raw.createStatement();
        var row =
            statement.executeQuery(
                "SELECT " + column + " FROM event WHERE sequence = " + sequence)) {
      value = row.getBytes(1);
    }
    byte[] file = Files.readAllBytes(data.resolve("journal.db"));
    file[placeOf(value, file)] ^= 1;
    return Files.write(data.resolve("flipped-" + column + ".db"), file);
  }

  private static int placeOf(byte[] value, byte[] file) {
    for (int at = 0; at <= file.length - value.length; at++) {
      if (java.util.Arrays.equals(file, at, at + value.length, value, 0, value.length)) {
        return at;
      }
    }
    throw new AssertionError("the value does not lie in one piece in the file");
  }
}
