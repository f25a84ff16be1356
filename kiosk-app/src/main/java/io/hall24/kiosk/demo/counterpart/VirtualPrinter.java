package io.hall24.kiosk.demo.counterpart;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.PagePrinter;
import io.hall24.device.ipp.IppPrinterDriver;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A printer in a child process that we did not write: CUPS's {@code ippeveprinter}, with A3 and A4
 * trays of numbered, pre-printed sheets behind it ({@code printer/printer.sh} of the counterparts).
 * It runs in namespaces of its own and touches no other D-Bus or Avahi.
 */
public final class VirtualPrinter implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
  private static final Duration ONE_TRY = Duration.ofSeconds(5);
  private static final long LONGEST_END_SECONDS = 5;

  private final int port;
  private final Path directory;
  private final Process process;

  private VirtualPrinter(int port, Path directory, Process process) {
    this.port = port;
    this.directory = directory;
    this.process = process;
  }

  /**
   * Starts one and waits until it answers IPP.
   *
   * @param port on which it listens, see {@link #freePort()}
   * @param directory takes its trays, output, spool and logs; one that was used before keeps its
   *     sheets
   */
  public static Attempt<VirtualPrinter> start(
      int port, Path directory, HallClock clock, Patience patience) {
    try {
      VirtualPrinter printer = launch(port, directory);
      return printer.awaitAnswer(clock, patience);
    } catch (IOException notStarted) {
      return Attempt.failed(new DeviceFailure.NoDevice("virtual printer: " + notStarted));
    }
  }

  /**
   * Starts one, which answers some time later.
   *
   * @throws IOException when its script is not there or cannot be started
   */
  public static VirtualPrinter launch(int port, Path directory) throws IOException {
    Path script =
        CounterpartsHome.find()
            .map(home -> home.resolve("printer").resolve("printer.sh"))
            .orElseThrow(() -> new IOException("no counterparts: set HALL24_COUNTERPARTS"));
    return new VirtualPrinter(port, directory, launch(script, port, directory));
  }

  private static Process launch(Path script, int port, Path directory) throws IOException {
    Files.createDirectories(directory);
    return new ProcessBuilder(
            List.of("sh", script.toString(), Integer.toString(port), directory.toString()))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("host.log").toFile())
        .start();
  }

  /** Waits until it answers IPP; one that does not is ended. */
  public Attempt<VirtualPrinter> awaitAnswer(HallClock clock, Patience patience) {
    try (PagePrinter printer = client(clock)) {
      Attempt<String> answer = printer.open(Patience.of(ONE_TRY, clock));
      while (answer instanceof Attempt.Failed<String>(var failure)) {
        if (!process.isAlive() || !patience.pause(BETWEEN_TRIES)) {
          close();
          return Attempt.failed(
              new DeviceFailure.NoDevice(
                  "virtual printer did not come up, see " + directory + ": " + failure.detail()));
        }
        answer = printer.open(Patience.of(ONE_TRY, clock));
      }
      return Attempt.done(this);
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
      close();
      return Attempt.failed(new DeviceFailure.Cancelled("interrupted"));
    }
  }

  /** A port of the loopback interface on which nobody listens now. */
  public static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** Where it is asked. */
  public URI uri() {
    return uri(port);
  }

  /** Where one is asked that listens on a port. */
  public static URI uri(int port) {
    return URI.create("ipp://localhost:" + port + "/ipp/print");
  }

  /** Its paper path and output. */
  public Mechanics mechanics() {
    return new Mechanics(directory.resolve("mechanics"));
  }

  /** A device of driver {@code ipp-printer} for it, closed. */
  public PagePrinter client(HallClock clock) {
    var driver = new IppPrinterDriver();
    var settings = driver.settings().resolve(Map.of("uri", uri().toString()));
    return driver.create(new DeviceId("virtual-printer"), settings, clock);
  }

  /** Kills it, as a power cut would: its jobs are forgotten, its sheets stay where they are. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the virtual printer survives SIGKILL");
      }
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
    }
  }
}
