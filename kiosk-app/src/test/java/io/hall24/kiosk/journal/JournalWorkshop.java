package io.hall24.kiosk.journal;

import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.VaultOpening;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens journals of notes below a directory. */
record JournalWorkshop(Path directory) {
  static final CryptoSuite SUITE = CryptoSuite.international();
  static final String TERMINAL = "terminal-7";
  private static final char[] PASSPHRASE = "open sesame".toCharArray();

  JournalPlace place() {
    return new JournalPlace(
        directory, Path.of(System.getProperty("java.io.tmpdir"), "hall24-test-native"));
  }

  Path keys() {
    return directory.resolve("keys");
  }

  KeyVault vault() {
    VaultOpening opening = KeyVault.open(keys(), PASSPHRASE, SUITE);
    if (opening instanceof VaultOpening.Missing) {
      opening = KeyVault.create(keys(), PASSPHRASE, SUITE);
    }
    return opening instanceof VaultOpening.Opened(KeyVault vault)
        ? vault
        : fail("no vault: " + opening);
  }

  OpenResult tryOpen(KeyVault vault, String terminal, List<Projection> projections) {
    return Journal.open(
        place(), SUITE, vault, terminal, Note.codecs(), projections, HallClock.system());
  }

  Journal open(KeyVault vault, VerifiedTime verifiedTime) {
    OpenResult result =
        Journal.open(
            place(),
            SUITE,
            vault,
            TERMINAL,
            Note.codecs(),
            List.of(),
            HallClock.system(),
            verifiedTime);
    return result instanceof OpenResult.Opened(Journal journal)
        ? journal
        : fail("not opened: " + result);
  }

  Journal open(KeyVault vault, Projection... projections) {
    OpenResult result = tryOpen(vault, TERMINAL, List.of(projections));
    return result instanceof OpenResult.Opened(Journal journal)
        ? journal
        : fail("not opened: " + result);
  }

  Journal open(Projection... projections) {
    return open(vault(), projections);
  }

  VerifyReport verify() {
    return new JournalVerifier(place()).verify(place().database(), Optional.of(vault()));
  }

  static <T> T durable(AppendResult<T> result) {
    return result instanceof AppendResult.Durable<T>(T recorded)
        ? recorded
        : fail("not recorded: " + result);
  }
}
