package io.hall24.kiosk.ops.staff;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.journal.VerifiedTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A data directory with a real journal and keys; opening it again is a restart. */
record StaffOffice(Journal journal, StaffRegister register) implements AutoCloseable {
  static final StaffName WANG = new StaffName("wang");
  static final StaffName LI = new StaffName("li");
  static final String RIGHT = "482913";
  static final String OTHER = "730518";
  private static final CryptoSuite SUITE = CryptoSuite.international();

  static StaffOffice open(Path data, HallClock clock, VerifiedTime time) {
    Path keys = data.resolve("keys");
    char[] passphrase = "only for tests".toCharArray();
    VaultOpening opening =
        Files.exists(keys)
            ? KeyVault.open(keys, passphrase, SUITE)
            : KeyVault.create(keys, passphrase, SUITE);
    KeyVault vault =
        opening instanceof VaultOpening.Opened(var opened) ? opened : fail("vault: " + opening);
    OpenResult result =
        Journal.open(
            new JournalPlace(
                data, Path.of(System.getProperty("java.io.tmpdir"), "hall24-test-native")),
            SUITE,
            vault,
            "H24-TEST-0007",
            StaffEvent.codecs(),
            List.of(new StaffLedger()),
            clock,
            time);
    Journal journal =
        result instanceof OpenResult.Opened(var opened) ? opened : fail("journal: " + result);
    return new StaffOffice(
        journal,
        new StaffRegister(data, journal, vault, SUITE, new PinHash.Cost(8, 1), clock, time));
  }

  StaffOffice withTechnician() {
    set(WANG, Role.TECHNICIAN, RIGHT);
    return this;
  }

  void set(StaffName name, Role role, String pin) {
    assertInstanceOf(
        CredentialChange.Changed.class, register.set(name, role, Pin.of(pin.toCharArray())));
  }

  Entry enter(String who, String pin) {
    return register.enter(new Claim(who, Pin.of(pin.toCharArray())), Duty.MAINTENANCE);
  }

  /** Four wrong tries are free; the fifth locks. */
  void lockOut(String who) {
    for (int left = LockOut.FREE; left >= 0; left--) {
      assertInstanceOf(Entry.Refused.class, enter(who, "000001"));
    }
  }

  List<StaffEvent> events() {
    return journal
        .events(1, StaffEvent.class)
        .<StaffEvent>map(recorded -> recorded.event())
        .toList();
  }

  @Override
  public void close() {
    journal.close();
  }
}
