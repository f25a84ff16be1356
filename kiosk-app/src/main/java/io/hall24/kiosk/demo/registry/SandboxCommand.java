package io.hall24.kiosk.demo.registry;

import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** What {@code hall24 sandbox-registry} does. */
public final class SandboxCommand {
  private final HallClock clock;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Optional<Path> fonts;

  /**
   * @param out facts
   * @param err what is wrong
   * @param fonts directory of the fonts of electronic licences
   */
  public SandboxCommand(HallClock clock, PrintWriter out, PrintWriter err, Optional<Path> fonts) {
    this.fonts = fonts;
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /**
   * Serves until it is told to stop or interrupted. Prints one line of JSON with {@code url} and
   * {@code trustAnchor} as soon as it listens.
   *
   * @param port 0 for any
   * @param database kept and gone on with; without one everything is forgotten at the end
   * @param national for terminals of the national suite; decides when a database is begun
   * @param faults see {@link Faults#parse}; empty text for none
   * @return the exit code: 0 stopped, 2 wrong faults, 3 the port or the database is not available
   */
  public int run(
      int port, Optional<Path> database, boolean national, String faults, CountDownLatch stop) {
    Faults behaviour;
    try {
      behaviour = faults.isEmpty() ? Faults.NONE : Faults.parse(faults);
    } catch (IllegalArgumentException wrong) {
      err.println("--faults " + wrong.getMessage());
      err.flush();
      return 2;
    }
    try {
      Path file = database.isPresent() ? database.get() : forgotten();
      return serve(file, port, national, behaviour, stop);
    } catch (IOException | IllegalStateException unavailable) {
      err.println("sandbox-registry: " + unavailable.getMessage());
      err.flush();
      return 3;
    }
  }

  private static Path forgotten() throws IOException {
    Path directory = Files.createTempDirectory("hall24-sandbox");
    directory.toFile().deleteOnExit();
    for (String name : new String[] {"registry.db", "registry.db-wal", "registry.db-shm"}) {
      directory.resolve(name).toFile().deleteOnExit();
    }
    return directory.resolve("registry.db");
  }

  private int serve(Path file, int port, boolean national, Faults behaviour, CountDownLatch stop)
      throws IOException {
    try (SandboxRegistry registry =
        national
            ? SandboxRegistry.startNational(file, port, Seed.demo(), fonts, clock)
            : SandboxRegistry.start(file, port, Seed.demo(), fonts, clock)) {
      registry.misbehave(behaviour);
      var facts = CanonicalJson.MAPPER.createObjectNode().put("url", registry.url().toString());
      facts.set("trustAnchor", CanonicalJson.read(registry.trustAnchor()));
      out.println(facts);
      out.flush();
      stop.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
