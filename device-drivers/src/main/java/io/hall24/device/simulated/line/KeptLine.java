package io.hall24.device.simulated.line;

import io.hall24.device.simulated.PseudoTerminal;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A pseudo-terminal that can be unplugged and plugged in again, and the one thread that serves it:
 * whatever else touches what hangs on the line is an errand of that thread. Safe for use by several
 * threads.
 */
public final class KeptLine implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(5);

  private final Path port;
  private final Serving serving;
  private final HallClock clock;
  private final Thread thread;
  private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  // Touched by the thread only.
  private Optional<PseudoTerminal> line = Optional.empty();

  private KeptLine(Path port, Serving serving, HallClock clock) {
    this.port = port;
    this.serving = serving;
    this.clock = clock;
    this.thread =
        Thread.ofPlatform().name("line-" + port.getFileName()).daemon().unstarted(this::work);
  }

  /** What is done on a line that is plugged in, again and again. */
  @FunctionalInterface
  public interface Serving {
    /** Listens for a short while and answers what it heard. */
    void serve(PseudoTerminal line) throws InterruptedException;
  }

  /**
   * A line that is plugged in.
   *
   * @param port the name of the serial port
   * @throws IOException when this machine has no pseudo-terminals
   */
  public static KeptLine plugIn(Path port, Serving serving, HallClock clock) throws IOException {
    var kept = new KeptLine(port, serving, clock);
    kept.thread.start();
    try {
      kept.plugIn();
      return kept;
    } catch (UncheckedIOException impossible) {
      kept.close();
      throw impossible.getCause();
    }
  }

  /** Puts the plug back; the port has its old name. */
  public void plugIn() {
    run(() -> {
      if (line.isEmpty()) {
        try {
          line = Optional.of(PseudoTerminal.open(port));
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
    });
  }

  /**
   * Pulls the plug: whoever has the port open loses it.
   *
   * @param afterwards what that does to what hangs there
   */
  public void unplug(Runnable afterwards) {
    run(() -> {
      line.ifPresent(PseudoTerminal::close);
      line = Optional.empty();
      afterwards.run();
    });
  }

  /** Takes what has come and was not heard; on the line's thread only. */
  void discard() {
    line.ifPresent(open -> {
      byte[] waste;
      do {
        waste = open.read(Duration.ZERO);
      } while (waste.length > 0);
    });
  }

  /** Has something done on the line's thread; over when it is done, at once on a closed line. */
  public void run(Runnable errand) {
    if (closed) {
      return;
    }
    var done = new CompletableFuture<Boolean>();
    errands.add(() -> {
      try {
        errand.run();
        done.complete(true);
      } catch (RuntimeException failed) {
        done.completeExceptionally(failed);
      }
    });
    try {
      done.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void work() {
    try {
      while (!closed) {
        for (Runnable errand = errands.poll(); errand != null; errand = errands.poll()) {
          errand.run();
        }
        if (line.isPresent()) {
          serving.serve(line.get());
        } else {
          clock.sleep(STEP);
        }
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    } finally {
      line.ifPresent(PseudoTerminal::close);
    }
  }

  /** Unplugs it for good. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
