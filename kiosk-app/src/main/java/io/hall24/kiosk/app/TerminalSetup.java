package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
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

  /** Gives the passphrase; the taker wipes it. */
  @FunctionalInterface
  interface Passphrase {
    char[] take();
  }
}
