package io.hall24.kiosk.demo.wear;

import io.hall24.device.Attempt;
import io.hall24.device.PagePrinter;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.counterpart.VirtualPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** CUPS's {@code ippeveprinter}, and a supervised printer that talks to it. */
public final class PrinterVictim implements Victim {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration USE = Duration.ofSeconds(1);

  private final int port;
  private final Path directory;
  private final HallClock clock;
  private final StatusBoard board;
  private final SupervisedDevice<PagePrinter> printer;
  private VirtualPrinter host;

  private PrinterVictim(Path directory, HallClock clock, long seed)
      throws IOException, InterruptedException {
    this.directory = directory;
    this.clock = clock;
    this.board = new StatusBoard(clock);
    this.port = VirtualPrinter.freePort();
    this.host = started();
    this.printer = new SupervisedDevice<>(host.client(clock), board, clock, new Random(seed));
  }

  /** Program and device, awake. */
  public static PrinterVictim start(Path directory, HallClock clock, long seed)
      throws IOException, InterruptedException {
    var victim = new PrinterVictim(directory, clock, seed);
    var _ = victim.printer.wake();
    return victim;
  }

  private VirtualPrinter started() throws IOException {
    return switch (VirtualPrinter.start(port, directory, clock, Patience.of(START, clock))) {
      case Attempt.Done<VirtualPrinter>(var there) -> there;
      case Attempt.Failed<VirtualPrinter>(var failure) -> throw new IOException(failure.detail());
    };
  }

  @Override
  public String name() {
    return "ippeveprinter";
  }

  @Override
  public void kill() {
    host.close();
  }

  @Override
  public void bringBack() throws IOException {
    host = started();
  }

  @Override
  public boolean isSeenGone() {
    return !board.of(printer.id()).orElseThrow().state().usable();
  }

  @Override
  public boolean works() throws InterruptedException {
    return printer.call(USE, PagePrinter::report) instanceof Attempt.Done;
  }

  @Override
  public void close() {
    printer.close();
    host.close();
  }
}
