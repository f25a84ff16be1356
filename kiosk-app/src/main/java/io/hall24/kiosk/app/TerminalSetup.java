package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import java.nio.file.Path;

/**
 * What a terminal is started with.
 *
 * @param profile checked
 * @param data the terminal's own directory: journal, keys
 * @param passphrase of the key store; wiped by the terminal
 * @param clock the time
 */
record TerminalSetup(Profile profile, Path data, Passphrase passphrase, HallClock clock) {
  /** Where an installed terminal keeps its data. */
  static final String INSTALLED = "/var/lib/hall24";

  /** By which algorithms its record is kept, and it and the registry sign. */
  CryptoSuite suite() {
    return suite(profile);
  }

  /** The same of a profile. */
  static CryptoSuite suite(Profile profile) {
    return switch (profile.crypto()) {
      case INTERNATIONAL -> CryptoSuite.international();
      case NATIONAL -> CryptoSuite.national();
    };
  }

  /** Gives the passphrase; the taker wipes it. */
  @FunctionalInterface
  interface Passphrase {
    char[] take();
  }
}
