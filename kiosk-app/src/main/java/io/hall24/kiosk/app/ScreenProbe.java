package io.hall24.kiosk.app;

import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the thread that draws the screens again and again whether it still works. A silence hangs on
 * the status board; a long one means that nobody can be served until the program is started anew.
 */
final class ScreenProbe implements AutoCloseable {
  /** Under which the screen hangs on the board. */
  static final DeviceId ID = new DeviceId("screen");

  /** What nobody takes for a slow machine any more. */
  static final Duration SILENT = Duration.ofSeconds(10);

  /** From then on it will not come back. */
  static final Duration DEAD = Duration.ofSeconds(60);

  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Logger LOG = LoggerFactory.getLogger(ScreenProbe.class);

  private final Consumer<Runnable> screen;
  private final StatusBoard board;
  private final HallClock clock;
  private final Runnable dead;
  private final Thread thread;

  private ScreenProbe(
      Consumer<Runnable> screen, StatusBoard board, HallClock clock, Runnable dead) {
    this.screen = screen;
    this.board = board;
    this.clock = clock;
    this.dead = dead;
    this.thread = Thread.ofVirtual().name("screen-probe").start(this::watch);
  }

  /**
   * Begins.
   *
   * @param screen does work on the thread in question, some time
   * @param dead is called once, when it has been silent too long
   */
  static ScreenProbe begin(
      Consumer<Runnable> screen, StatusBoard board, HallClock clock, Runnable dead) {
    return new ScreenProbe(screen, board, clock, dead);
  }

  private void watch() {
    try {
      while (answers()) {
        clock.sleep(BETWEEN);
      }
      LOG.error("the screen has not answered for {} s", DEAD.toSeconds());
      dead.run();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when it has not answered until it counts as dead. */
  private boolean answers() throws InterruptedException {
    var answered = new CompletableFuture<Boolean>();
    long asked = clock.nanoTime();
    screen.accept(() -> answered.complete(true));
    boolean told = false;
    while (!answered.isDone()) {
      long silent = clock.nanoTime() - asked;
      if (silent >= DEAD.toNanos()) {
        return false;
      }
      if (silent >= SILENT.toNanos() && !told) {
        told = true;
        board.publish(ID, DeviceState.HARDWARE_ERROR, "silent for " + SILENT.toSeconds() + " s");
      }
      clock.sleep(LOOK);
    }
    board.publish(ID, DeviceState.ONLINE, "");
    return true;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
