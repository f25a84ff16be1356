package io.hall24.device.simulated.line;

import io.hall24.device.simulated.PseudoTerminal;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * A serial line with a machine at its other end, which can be unplugged, fall silent, and answer in
 * a disturbed way. Safe for use by several threads.
 */
public final class SimulatedLine implements AutoCloseable {
  private static final Duration LISTEN = Duration.ofMillis(5);
  private static final Duration STEP = Duration.ofMillis(5);

  private final Machine machine;
  private final HallClock clock;
  private volatile UnaryOperator<byte[]> disturbance = UnaryOperator.identity();
  private volatile boolean silent;
  private final KeptLine line;

  private SimulatedLine(Path port, Machine machine, HallClock clock) throws IOException {
    this.machine = machine;
    this.clock = clock;
    this.line = KeptLine.plugIn(port, this::serve, clock);
  }

  /**
   * A machine on a line, plugged in.
   *
   * @param port the name of the serial port
   * @throws IOException when this machine has no pseudo-terminals
   */
  public static SimulatedLine plugIn(Path port, Machine machine, HallClock clock)
      throws IOException {
    return new SimulatedLine(port, machine, clock);
  }

  /** Puts the plug back; the port has its old name. */
  public void plugIn() {
    line.plugIn();
  }

  /** Pulls the plug, and with it the power: whoever has the port open loses it. */
  public void unplug() {
    line.unplug(machine::powerLost);
  }

  /** The port stays, and nothing is heard or answered. */
  public void silence() {
    line.run(() -> silent = true);
  }

  /** Hears and answers again; what came meanwhile is lost. */
  public void speak() {
    line.run(() -> {
      line.discard();
      machine.powerLost();
      silent = false;
    });
  }

  /** From now on every answer goes through this on its way. */
  public void disturb(UnaryOperator<byte[]> how) {
    disturbance = how;
  }

  private void serve(PseudoTerminal terminal) throws InterruptedException {
    if (silent) {
      clock.sleep(STEP);
      return;
    }
    byte[] answer = disturbance.apply(machine.hear(terminal.read(LISTEN)));
    if (answer.length > 0) {
      terminal.write(answer, 0, answer.length);
    }
  }

  /** Unplugs it for good. */
  @Override
  public void close() {
    line.close();
  }
}
