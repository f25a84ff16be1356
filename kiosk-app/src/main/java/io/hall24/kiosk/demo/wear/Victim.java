package io.hall24.kiosk.demo.wear;

import java.io.IOException;

/** A program that is not the terminal's, and a supervised device that cannot work without it. */
public interface Victim extends AutoCloseable {
  String name();

  /** Ends the program as a crash would. */
  void kill() throws IOException, InterruptedException;

  /** Starts it again; over when it is there. */
  void bringBack() throws IOException, InterruptedException;

  /** Whether the terminal shows what has become of it. */
  boolean isSeenGone() throws InterruptedException;

  /** Whether the device does what it cannot do without the program. */
  boolean works() throws InterruptedException;

  @Override
  void close();
}
