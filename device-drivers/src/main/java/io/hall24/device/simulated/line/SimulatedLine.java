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
import java.util.function.UnaryOperator;

/**
 * A serial line with a machine at its other end, which can be unplugged, fall silent, and answer in
 * a disturbed way. Safe for use by several threads.
 */
public final class SimulatedLine implements AutoCloseable {
  private static final Duration LISTEN = Duration.ofMillis(5);
  private static final Duration STEP = Duration.ofMillis(5);

  private final Path port;
  private final Machine machine;
  private final HallClock clock;
  private final Thread thread;
  private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
  private volatile UnaryOperator<byte[]> disturbance = UnaryOperator.identity();
  private volatile boolean silent;
  private volatile boolean closed;

  // Touched by the thread only.
  private Optional<PseudoTerminal> line = Optional.empty();

  private SimulatedLine(Path port, Machine machine, HallClock clock) {
    this.port = port;
    this.machine = machine;
    this.clock = clock;
    this.thread =
        Thread.ofPlatform().name("line-" + port.getFileName()).daemon().unstarted(this::work);
  }

  /**
   * A machine on a line, plugged in.
   *
   * @param port the name of the serial port
   * @throws IOException when this machine has no pseudo-terminals
   */
  public static SimulatedLine plugIn(Path port, Machine machine, HallClock clock)
      throws IOException {
    var made = new SimulatedLine(port, machine, clock);
    made.thread.start();
    try {
      made.plugIn();
      return made;
    } catch (UncheckedIOException impossible) {
      made.close();
      throw impossible.getCause();
    }
  }

  /** Puts the plug back; the port has its old name. */
  public void plugIn() {
    onThread(() -> {
      if (line.isEmpty()) {
        try {
          line = Optional.of(PseudoTerminal.open(port));
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
    });
  }

  /** Pulls the plug, and with it the power: whoever has the port open loses it. */
  public void unplug() {
    onThread(() -> {
      line.ifPresent(PseudoTerminal::close);
      line = Optional.empty();
      machine.powerLost();
    });
  }

  /** The port stays, and nothing is heard or answered. */
  public void silence() {
    onThread(() -> silent = true);
  }

  /** Hears and answers again; what came meanwhile is lost. */
  public void speak() {
    onThread(() -> {
      line.ifPresent(open -> {
        while (open.read(Duration.ZERO).length > 0) {
          machine.powerLost();
        }
      });
      machine.powerLost();
      silent = false;
    });
  }

  /** From now on every answer goes through this on its way. */
  public void disturb(UnaryOperator<byte[]> how) {
    disturbance = how;
  }

  private void onThread(Runnable errand) {
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
        if (line.isPresent() && !silent) {
          serve(line.get());
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

  private void serve(PseudoTerminal terminal) {
    byte[] answer = disturbance.apply(machine.hear(terminal.read(LISTEN)));
    if (answer.length > 0) {
      terminal.write(answer, 0, answer.length);
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
