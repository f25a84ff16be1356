package io.hall24.kiosk.app;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.sam.SamDriver;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A whole reading of an identity card, from looking for it to its fields, on a line that carries no
 * more than 115200 bits per second, beside the time that its bytes alone are on the way: as
 * reckoned, and as the line at our end, which has to be woken like any thread, did carry them.
 */
final class IdCardBench implements Benchmark {
  private static final int READINGS = 100;
  private static final int WARM_UP = 10;
  private static final int BAUD = 115_200;
  private static final int BITS_PER_BYTE = 10;

  /** Find, select and read: three questions of 10 bytes, and their answers. */
  private static final int BYTES = 3 * 10 + 15 + 19 + 1295;

  private static final Duration LONG = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "id-card";
  }

  @Override
  public String summary() {
    return "readings of an identity card at 115200 baud (--size, default " + READINGS + ")";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen, IOException, InterruptedException {
    Path port = setting.scratch().resolve("reader");
    HallClock clock = setting.clock();
    try (SamSimulator simulator = SamSimulator.plugIn(port, clock);
        IdentityDocumentReader reader = reader(port, clock)) {
      if (reader.open(Patience.of(LONG, clock)) instanceof Attempt.Failed<String>(var failure)) {
        throw new CannotOpen("the reader does not open: " + failure.detail(), "look at its port");
      }
      simulator.lay(card());
      int readings = setting.size().orElse(READINGS);
      setting.progress().accept("reading without a line's pace");
      Timing unpaced = readings(simulator, reader, readings, clock).getFirst();
      setting.progress().accept("reading at " + BAUD + " baud");
      simulator.pace(OptionalInt.of(BAUD));
      List<Timing> paced = readings(simulator, reader, readings, clock);
      double bytesAlone = 1_000.0 * BYTES * BITS_PER_BYTE / BAUD;
      return new Findings(
          List.of(
              new Timing(
                  BYTES + " bytes at " + BAUD + " baud, reckoned", 1, bytesAlone, bytesAlone),
              named("the same, as the line carried them", paced.getLast()),
              named("identity card, find to fields, paced", paced.getFirst()),
              named("identity card, find to fields, at once", unpaced)),
          List.of(
              new Criterion(
                  "reading, as multiple of its bytes on the line",
                  paced.getFirst().ratioTo(paced.getLast()),
                  1.05)));
    }
  }

  private static Timing named(String name, Timing timing) {
    return new Timing(name, timing.n(), timing.median(), timing.p95());
  }

  /** Whole readings, and how long the line was busy with each. */
  private static List<Timing> readings(
      SamSimulator simulator, IdentityDocumentReader reader, int readings, HallClock clock)
      throws CannotOpen {
    List<Long> taken = new ArrayList<>();
    List<Long> onTheLine = new ArrayList<>();
    for (int i = 0; i < WARM_UP + readings; i++) {
      long busyBefore = simulator.busyNanos();
      long begin = clock.nanoTime();
      read(reader, clock);
      if (i >= WARM_UP) {
        taken.add(clock.nanoTime() - begin);
        onTheLine.add(simulator.busyNanos() - busyBefore);
      }
    }
    return List.of(Timing.of("reading", taken), Timing.of("line", onTheLine));
  }

  private static void read(IdentityDocumentReader reader, HallClock clock) throws CannotOpen {
    try (ErasableMemory memory = new ErasableMemory()) {
      if (!(reader.awaitDocument(Patience.of(LONG, clock)) instanceof Attempt.Done)
          || !(reader.read(new AccessKey.None(), memory, Patience.of(LONG, clock))
              instanceof DocumentReading.Read)) {
        throw new CannotOpen("the card was not read", "run it on a machine with time to spare");
      }
    }
  }

  private static IdentityDocumentReader reader(Path port, HallClock clock) {
    SamDriver driver = new SamDriver();
    return (IdentityDocumentReader)
        driver.create(
            new DeviceId("reader"),
            driver.settings().resolve(Map.of("port", port.toString())),
            clock);
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
}
