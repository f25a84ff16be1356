package io.hall24.kiosk.app;

import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.IssuanceLedger;
import io.hall24.kiosk.issuance.StockEvent;
import io.hall24.kiosk.issuance.StockLedger;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.journal.Projection;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.ops.maintenance.MaintenanceEvent;
import io.hall24.kiosk.ops.staff.StaffEvent;
import io.hall24.kiosk.ops.staff.StaffLedger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The terminal's durable record and its keys.
 *
 * @param vault keys of this terminal
 * @param journal the record
 */
record TerminalRecord(KeyVault vault, Journal journal) implements AutoCloseable {
  static final CryptoSuite SUITE = CryptoSuite.international();

  /** Every type of event that any room records. */
  static List<EventCodec<?>> codecs() {
    return Stream.of(
            IssuanceEvent.codecs(),
            StockEvent.codecs(),
            VisitEvent.codecs(),
            StaffEvent.codecs(),
            MaintenanceEvent.codecs())
        .flatMap(List::stream)
        .toList();
  }

  /** Every table that is derived from events. */
  static List<Projection> projections() {
    return List.of(new IssuanceLedger(), new StockLedger(), new StaffLedger());
  }

  static TerminalRecord open(TerminalSetup setup, RegistryTime time) throws CannotOpen {
    KeyVault vault = vault(setup.data().resolve("keys"), setup.passphrase());
    OpenResult opening =
        Journal.open(
            JournalPlace.in(setup.data()),
            SUITE,
            vault,
            setup.profile().terminal().id(),
            codecs(),
            projections(),
            setup.clock(),
            time);
    return new TerminalRecord(vault, opened(opening, setup.data()));
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
      case OpenResult.InUse(var why) ->
          throw new CannotOpen(
              "another terminal runs on " + data + ": " + why, "end that one first");
      case OpenResult.Unwritable(var why) ->
          throw new CannotOpen(data + " cannot be written: " + why, "free space or mend the disk");
    };
  }

  private static KeyVault vault(Path directory, TerminalSetup.Passphrase passphrase)
      throws CannotOpen {
    VaultOpening opening = withPassphrase(directory, passphrase, false);
    if (opening instanceof VaultOpening.Missing) {
      opening = withPassphrase(directory, passphrase, true);
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
      Path directory, TerminalSetup.Passphrase passphrase, boolean create) {
    char[] secret = passphrase.take();
    try {
      return create
          ? KeyVault.create(directory, secret, SUITE)
          : KeyVault.open(directory, secret, SUITE);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
