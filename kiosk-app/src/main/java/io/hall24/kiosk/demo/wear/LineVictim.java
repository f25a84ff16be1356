package io.hall24.kiosk.demo.wear;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.sam.SamDriver;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A serial line that socat carries from the reader's module to the terminal: killing socat pulls
 * the plug.
 */
public final class LineVictim implements Victim {
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration USE = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final long LEAVING_SECONDS = 5;

  private final Path module;
  private final Path port;
  private final HallClock clock;
  private final StatusBoard board;
  private final SamSimulator simulator;
  private final SupervisedDevice<IdentityDocumentReader> reader;
  private Process socat;

  private LineVictim(Path directory, HallClock clock, long seed)
      throws IOException, InterruptedException {
    this.module = directory.resolve("module");
    this.port = directory.resolve("reader");
    this.clock = clock;
    this.board = new StatusBoard(clock);
    this.simulator = SamSimulator.plugIn(module, clock);
    simulator.lay(card());
    this.socat = carried();
    SamDriver driver = new SamDriver();
    this.reader =
        new SupervisedDevice<>(
            (IdentityDocumentReader)
                driver.create(
                    new DeviceId("id-card-reader"),
                    driver.settings().resolve(Map.of("port", port.toString())),
                    clock),
            board,
            clock,
            new Random(seed));
  }

  /** Line, module with a card, and reader, awake. */
  public static LineVictim lay(Path directory, HallClock clock, long seed)
      throws IOException, InterruptedException {
    var victim = new LineVictim(directory, clock, seed);
    var _ = victim.reader.wake();
    return victim;
  }

  private Process carried() throws IOException, InterruptedException {
    Files.deleteIfExists(port);
    Process process =
        new ProcessBuilder(List.of("socat", "PTY,raw,echo=0,link=" + port, module + ",raw,echo=0"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Patience patience = Patience.of(START, clock);
    while (!Files.exists(port)) {
      if (!process.isAlive() || !patience.pause(LOOK)) {
        process.destroyForcibly();
        throw new IOException("socat does not carry " + port);
      }
    }
    return process;
  }

  @Override
  public String name() {
    return "socat (serial line)";
  }

  @Override
  public void kill() throws InterruptedException {
    if (!socat.destroyForcibly().waitFor(LEAVING_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("socat survives SIGKILL");
    }
  }

  @Override
  public void bringBack() throws IOException, InterruptedException {
    socat = carried();
  }

  @Override
  public boolean isSeenGone() {
    return !board.of(reader.id()).orElseThrow().state().usable();
  }

  @Override
  public boolean works() throws InterruptedException {
    return reader.call(USE, (device, patience) -> device.awaitDocument(patience))
        instanceof Attempt.Done;
  }

  private static SimulatedCard card() {
    var printed =
        new SimulatedCard.Resident(
            "无名氏",
            2,
            "01",
            LocalDate.of(1995, 8, 16),
            "云岭省",
            "999999199508160240",
            "示例分局",
            LocalDate.of(2020, 1, 1),
            Optional.empty());
    return new SimulatedCard(printed.text(), new byte[SimulatedCard.PICTURE], Optional.empty());
  }

  @Override
  public void close() {
    reader.close();
    socat.destroyForcibly();
    simulator.close();
  }
}
