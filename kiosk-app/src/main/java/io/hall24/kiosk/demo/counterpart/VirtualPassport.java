package io.hall24.kiosk.demo.counterpart;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A document on the virtual reader: lies there from {@link #lay} to {@link #close()}. The chip is a
 * process of its own, made of card code that is not ours ({@code installer/counterparts/passport}).
 */
public final class VirtualPassport implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final long LEAVING_SECONDS = 5;

  private final Process process;

  private VirtualPassport(Process process) {
    this.process = process;
  }

  /** Lays a document on the reader; the directory is one that {@code DocumentPress} wrote. */
  public static VirtualPassport lay(Path document, Path log, HallClock clock)
      throws IOException, InterruptedException {
    return lay(document, log, clock, List.of());
  }

  /**
   * Lays a document on the reader.
   *
   * @param document its files
   * @param log takes what the process says; replaced
   * @param options of {@code virtual-passport}, see its {@code --help}
   * @throws IOException when it does not become ready; the message holds what it said
   */
  public static VirtualPassport lay(Path document, Path log, HallClock clock, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program().toString());
    command.addAll(options);
    command.add(document.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Patience patience = Patience.of(START, clock);
    while (!isReady(log)) {
      if (!process.isAlive() || !patience.pause(LOOK)) {
        process.destroyForcibly();
        throw new IOException("virtual passport did not start: " + Files.readString(log));
      }
    }
    return new VirtualPassport(process);
  }

  private static Path program() throws IOException {
    return CounterpartsHome.find()
        .map(home -> home.resolve("passport/virtual-passport"))
        .filter(Files::isExecutable)
        .orElseThrow(() -> new IOException("no counterpart passport/virtual-passport"));
  }

  private static boolean isReady(Path log) throws IOException {
    return Files.exists(log) && Files.readAllLines(log).contains("ready");
  }

  /** Whether it still lies there. */
  public boolean isThere() {
    return process.isAlive();
  }

  /** Ends it as a crash would. */
  public void kill() {
    process.destroyForcibly();
    try {
      var _ = process.waitFor(LEAVING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the document away. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LEAVING_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
