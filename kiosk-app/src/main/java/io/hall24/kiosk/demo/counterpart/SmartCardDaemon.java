package io.hall24.kiosk.demo.counterpart;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The smart card daemon pcscd with vpcd, the virtual terminal. It writes down every APDU, which
 * proves by a process that is not ours what went over the wire. Its socket's path is compiled in,
 * so it runs only where {@code /run} is private.
 */
public final class SmartCardDaemon implements AutoCloseable {
  private static final Path RUN = Path.of("/run/pcscd");
  private static final Path SOCKET = RUN.resolve("pcscd.comm");
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final long LEAVING_SECONDS = 5;

  private final Process process;
  private final Path log;

  private SmartCardDaemon(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param log takes the record of APDUs; appended to
   * @throws IOException when another daemon already serves here, or it does not start
   */
  public static SmartCardDaemon start(Path log, HallClock clock)
      throws IOException, InterruptedException {
    if (Files.exists(SOCKET)) {
      throw new IOException(SOCKET + " exists: a smart card daemon already serves here");
    }
    Files.createDirectories(RUN);
    Process process =
        new ProcessBuilder("/usr/sbin/pcscd", "--foreground", "--debug", "--apdu")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Patience patience = Patience.of(START, clock);
    while (!Files.exists(SOCKET)) {
      if (!process.isAlive() || !patience.pause(LOOK)) {
        process.destroyForcibly();
        throw new IOException("pcscd did not start, see " + log);
      }
    }
    return new SmartCardDaemon(process, log);
  }

  /** Where every APDU is written down. */
  public Path log() {
    return log;
  }

  /** Ends it as a crash would, and removes what it leaves behind. */
  public void kill() throws IOException {
    leave(process.destroyForcibly());
    Files.deleteIfExists(SOCKET);
    Files.deleteIfExists(RUN.resolve("pcscd.pid"));
  }

  @Override
  public void close() {
    process.destroy();
    leave(process);
  }

  private static void leave(Process leaving) {
    try {
      if (!leaving.waitFor(LEAVING_SECONDS, TimeUnit.SECONDS)) {
        leaving.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      leaving.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
