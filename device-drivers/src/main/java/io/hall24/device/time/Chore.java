package io.hall24.device.time;

/**
 * Work that goes on beside everything else, on a virtual thread of its own, until it is closed.
 * Closing waits until it has let go of what it uses, so that what it uses can be closed next.
 */
public final class Chore implements AutoCloseable {
  private final Thread thread;

  /** What is done over and over; ends when it is interrupted. */
  @FunctionalInterface
  public interface Rounds {
    /**
     * Works until interrupted.
     *
     * @throws InterruptedException when closed
     */
    void go() throws InterruptedException;
  }

  private Chore(String name, Rounds rounds) {
    this.thread =
        Thread.ofVirtual()
            .name(name)
            .unstarted(() -> {
              try {
                rounds.go();
              } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /**
   * Begins.
   *
   * @param name of the thread
   */
  public static Chore start(String name, Rounds rounds) {
    var chore = new Chore(name, rounds);
    chore.thread.start();
    return chore;
  }

  /** Whether it goes on; false after {@link #close} or after a programming error. */
  public boolean isRunning() {
    return thread.isAlive();
  }

  /** Interrupts it and waits for its end, also when whoever closes it is interrupted meanwhile. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
