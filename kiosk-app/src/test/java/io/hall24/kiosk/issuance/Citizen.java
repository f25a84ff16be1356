package io.hall24.kiosk.issuance;

import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Stands before the terminal and takes what the flap offers. */
final class Citizen implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(10);
  private final Thread thread;

  private Citizen(Thread thread) {
    this.thread = thread;
  }

  static Citizen before(Mechanics mechanics) {
    return new Citizen(Thread.ofVirtual().name("citizen").start(() -> watch(mechanics)));
  }

  /** One who stands there, or one who has left. */
  static Citizen perhapsBefore(Mechanics mechanics, boolean there) {
    Citizen citizen = before(mechanics);
    if (!there) {
      citizen.close();
    }
    return citizen;
  }

  private static void watch(Mechanics mechanics) {
    try {
      while (true) {
        if (mechanics.flapOpen()) {
          mechanics.take();
        }
        HallClock.system().sleep(GLANCE);
      }
    } catch (InterruptedException leaves) {
      Thread.currentThread().interrupt();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
