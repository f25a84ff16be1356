package io.hall24.kiosk.fuzz;

import java.util.List;

/** One parser, whatever bytes come. */
public interface FuzzTarget {
  /**
   * Has it parse. Returns when it read or refused the bytes as it should; throws when it did
   * neither.
   */
  void feed(byte[] input);

  /** What it can read, and what once broke it. */
  List<byte[]> seeds();
}
