package io.hall24.kiosk.app;

import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.gateway.EnrolmentEvent;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.issuance.AnnouncedLedger;
import io.hall24.kiosk.issuance.AnnouncementEvent;
import io.hall24.kiosk.issuance.CompensationEvent;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.IssuanceLedger;
import io.hall24.kiosk.issuance.StockEvent;
import io.hall24.kiosk.issuance.StockLedger;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.journal.Projection;
import io.hall24.kiosk.journal.SetAside;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.ops.daybook.DayEvent;
import io.hall24.kiosk.ops.maintenance.HousingEvent;
import io.hall24.kiosk.ops.maintenance.MaintenanceEvent;
import io.hall24.kiosk.ops.staff.StaffEvent;
import io.hall24.kiosk.ops.staff.StaffLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal's durable record and its keys.
 *
 * @param vault keys of this terminal
 * @param journal the record
 */
record TerminalRecord(KeyVault vault, Journal journal) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalRecord.class);

  /** Every type of event that any room records. */
  static List<EventCodec<?>> codecs() {
    return Stream.of(
            IssuanceEvent.codecs(),
            StockEvent.codecs(),
            CompensationEvent.codecs(),
            AnnouncementEvent.codecs(),
            VisitEvent.codecs(),
            StaffEvent.codecs(),
            EnrolmentEvent.codecs(),
            MaintenanceEvent.codecs(),
            HousingEvent.codecs(),
            DayEvent.codecs())
        .flatMap(List::stream)
        .toList();
  }

  /** Every table that is derived from events. */
  static List<Projection> projections() {
    return List.of(
        new IssuanceLedger(), new AnnouncedLedger(), new StockLedger(), new StaffLedger());
  }

  static TerminalRecord open(TerminalSetup setup, RegistryTime time) throws CannotOpen {
    KeyVault vault = vault(setup.data().resolve("keys"), setup.passphrase(), setup.suite());
    return new TerminalRecord(
        vault,
        switch (journal(setup, vault, time)) {
          case OpenResult.Damaged(var sequence, var why) ->
              afresh(setup, vault, time, SetAside.Reason.DAMAGED, "event " + sequence + ": " + why);
          case OpenResult.Foreign(var why) ->
              afresh(setup, vault, time, SetAside.Reason.FOREIGN, why);
          case OpenResult other -> opened(other, setup.data());
        });
  }

  private static OpenResult journal(TerminalSetup setup, KeyVault vault, RegistryTime time) {
    return Journal.open(
        JournalPlace.in(setup.data()),
        setup.suite(),
        vault,
        setup.profile().terminal().id(),
        codecs(),
        projections(),
        setup.clock(),
        time);
  }

  /** Keeps the old record, begins a new one, and says so in it before anything else. */
  private static Journal afresh(
      TerminalSetup setup, KeyVault vault, RegistryTime time, SetAside.Reason reason, String why)
      throws CannotOpen {
    SetAside old;
    try {
      old = SetAside.move(JournalPlace.in(setup.data()), reason, setup.clock().wallTime());
    } catch (IOException refused) {
      throw new CannotOpen(
          "the journal cannot be used (" + why + ") nor set aside: " + refused,
          "free space or mend the disk");
    }
    LOG.error("the journal is {} and was set aside as {}: {}", reason, old.directory(), why);
    Journal fresh = opened(journal(setup, vault, time), setup.data());
    var told =
        new EnrolmentEvent.RecordSetAside(
            reason, why, String.valueOf(old.directory().getFileName()), old.journalId());
    if (fresh.append(told) instanceof AppendResult.NotRecorded<?>(var fault, var detail)) {
      fresh.close();
      throw new CannotOpen(
          "the new journal cannot be written: " + fault + " " + detail,
          "free space or mend the disk");
    }
    return fresh;
  }

  /** Why this record was begun in place of another, if it was. */
  Optional<EnrolmentEvent.RecordSetAside> replaced() {
    boolean begunSo =
        journal.after(0, 1).stream()
            .anyMatch(first -> first.header().type().equals(EnrolmentEvent.SET_ASIDE));
    return begunSo
        ? journal
            .events(1, EnrolmentEvent.RecordSetAside.class)
            .findFirst()
            .map(recorded -> recorded.event())
        : Optional.empty();
  }

  /** The journal, or why there is none. */
  static Journal opened(OpenResult opening, Path data) throws CannotOpen {
    return switch (opening) {
      case OpenResult.Opened(var journal) -> journal;
      case OpenResult.Damaged(var sequence, var why) ->
          throw new CannotOpen(
              "the journal is damaged at event " + sequence + ": " + why,
              "nothing was changed; keep " + data + " and call central operations");
      case OpenResult.Foreign(var why) ->
          throw new CannotOpen(
              "the journal is not this terminal's: " + why,
              "check the terminal's id in the profile and the data directory " + data);
      case OpenResult.Newer(var why) ->
          throw new CannotOpen(
              "the journal was written by a newer version of this program: " + why,
              "install that version again; nothing was changed");
      case OpenResult.InUse(var why) ->
          throw new CannotOpen(
              "another terminal runs on " + data + ": " + why, "end that one first");
      case OpenResult.Unwritable(var why) ->
          throw new CannotOpen(data + " cannot be written: " + why, "free space or mend the disk");
    };
  }

  private static KeyVault vault(
      Path directory, TerminalSetup.Passphrase passphrase, CryptoSuite suite) throws CannotOpen {
    VaultOpening opening = withPassphrase(passphrase, secret -> KeyVault.open(directory, secret));
    if (opening instanceof VaultOpening.Missing) {
      opening = withPassphrase(passphrase, secret -> KeyVault.create(directory, secret, suite));
    }
    if (opening instanceof VaultOpening.Opened(var other)
        && !other.suite().name().equals(suite.name())) {
      throw new CannotOpen(
          "the keys in " + directory + " are of the suite " + other.suite().name(),
          "set crypto: "
              + other.suite().name()
              + " in the profile; another suite needs another directory and a new enrolment");
    }
    return switch (opening) {
      case VaultOpening.Opened(var vault) -> vault;
      case VaultOpening.WrongPassphrase _ ->
          throw new CannotOpen(
              "the passphrase does not open " + directory, "give the one it was made with");
      case VaultOpening.Damaged(var why) ->
          throw new CannotOpen("keys in " + directory + " are damaged: " + why, "restore them");
      case VaultOpening.Inaccessible(var why) ->
          throw new CannotOpen(
              directory + " cannot be used: " + why, "check owner, rights and free space");
      case VaultOpening.Missing _, VaultOpening.Exists _ ->
          throw new CannotOpen(
              directory + " changes while it is opened", "end the other terminal on it");
    };
  }

  private static VaultOpening withPassphrase(
      TerminalSetup.Passphrase passphrase, Function<char[], VaultOpening> use) {
    char[] secret = passphrase.take();
    try {
      return use.apply(secret);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
