package io.hall24.device.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.simulated.sam.Disturbance;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A card is read over a line on which any answer may be turned, cut, repeated, delayed or
 * swallowed. It ends with the card as it is or with a failure that says what to do, and never takes
 * longer than the patience that it was given.
 */
@Tag("fault")
final class DisturbedLineTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final Duration LONG = Duration.ofSeconds(12);
  private static final int ROUNDS = 10;

  @TempDir Path directory;

  @Test
  void anyDisturbanceEndsInTheCardOrInAFailure() throws Exception {
    Random random = new Random(115_200);
    Path port = directory.resolve("reader");
    SamDriver driver = new SamDriver();
    var settings =
        driver.settings().resolve(Map.of("port", port.toString(), "new-address", "true"));
    int read = 0;
    try (SamSimulator simulator = SamSimulator.plugIn(port, CLOCK);
        IdentityDocumentReader reader =
            (IdentityDocumentReader) driver.create(new DeviceId("reader"), settings, CLOCK)) {
      assertInstanceOf(Attempt.Done.class, reader.open(Patience.of(LONG, CLOCK)));
      simulator.lay(Cards.resident());
      for (int round = 0; round < ROUNDS; round++) {
        List<Optional<Disturbance>> next =
            Stream.generate(() -> disturbance(random)).limit(5).toList();
        simulator.disturb(next);
        Optional<DocumentReading> reading = reading(reader);
        simulator.calm();
        if (reading.isPresent()) {
          switch (reading.get()) {
            case DocumentReading.Read(var document) -> {
              assertEquals(Cards.NUMBER, document.number(), next::toString);
              assertEquals(Cards.NAME, document.name(), next::toString);
              read++;
            }
            case DocumentReading.Failed(DeviceFailure.HardwareError(var detail)) ->
                throw new AssertionError("the reader is not broken: " + detail);
            case DocumentReading other -> assertTrue(!other.toString().contains(Cards.NUMBER));
          }
        }
      }
    }
    assertTrue(read > ROUNDS / 2, "retries bring most of them through: " + read);
  }

  private static Optional<DocumentReading> reading(IdentityDocumentReader reader) {
    Patience patience = Patience.of(LONG, CLOCK);
    try (ErasableMemory memory = new ErasableMemory()) {
      return reader.awaitDocument(patience) instanceof Attempt.Done
          ? Optional.of(reader.read(new AccessKey.None(), memory, patience))
          : Optional.empty();
    } finally {
      assertTrue(!patience.isOver(), "in time");
    }
  }

  private static Optional<Disturbance> disturbance(Random random) {
    int at = random.nextInt(1_300);
    return switch (random.nextInt(9)) {
      case 0 -> Optional.of(new Disturbance.Flip(at, 1 << random.nextInt(8)));
      case 1 -> Optional.of(new Disturbance.Cut(at, 1 + random.nextInt(20)));
      case 2 -> Optional.of(new Disturbance.Repeat(at, 1 + random.nextInt(20)));
      case 3 -> Optional.of(new Disturbance.Noise(1 + random.nextInt(60), random.nextLong()));
      case 4 -> Optional.of(new Disturbance.Pause(at, Duration.ofMillis(random.nextInt(400))));
      case 5 -> Optional.of(new Disturbance.Swallow());
      default -> Optional.empty();
    };
  }
}
