package io.hall24.kiosk.demo;

import java.nio.file.Path;

/**
 * What somebody holds before the simulated code scanner.
 *
 * @param scanner its socket
 */
record Phone(Path scanner) {
  /** Holds a code before it, once. */
  void show(String code) {
    new PlayedDevice(scanner).say("do scan " + code);
  }
}
