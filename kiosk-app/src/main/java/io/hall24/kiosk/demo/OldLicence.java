package io.hall24.kiosk.demo;

import java.nio.file.Path;
import java.util.Map;

/**
 * The old licence of somebody who comes for a new one, in the hands of whoever plays them.
 *
 * @param directory of the world
 */
public record OldLicence(Path directory) {
  /** What the code on each sheet of it says, by the copy's code. */
  static final Map<String, String> CODES =
      Map.of("original", "OLD-ORIGINAL", "duplicate:1-1", "OLD-DUPLICATE");

  /** Holds a sheet before the scanner, once. */
  public void show(String copy) {
    new PlayedDevice(directory.resolve("scanner.sock"))
        .say("do scan " + CODES.getOrDefault(copy, "NOT-OF-A-LICENCE"));
  }

  /** Puts what is in the hand into the slot, if it is open. */
  public void drop() {
    new PlayedDevice(directory.resolve("deposit.sock")).say("do drop");
  }
}
