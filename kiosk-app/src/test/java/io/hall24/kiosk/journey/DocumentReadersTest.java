package io.hall24.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.sam.SamDriver;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two readers, each a real driver on a line of its own. */
final class DocumentReadersTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration BRIEFLY = Duration.ofMillis(400);
  private static final SimulatedCard CARD =
      new SimulatedCard(
          new byte[SimulatedCard.TEXT], new byte[SimulatedCard.PICTURE], Optional.empty());

  @TempDir Path directory;
  private SamSimulator left;
  private SamSimulator right;
  private List<SupervisedDevice<IdentityDocumentReader>> devices;
  private DocumentReaders readers;

  @BeforeEach
  void plugIn() throws IOException, InterruptedException {
    left = SamSimulator.plugIn(directory.resolve("left"), CLOCK);
    right = SamSimulator.plugIn(directory.resolve("right"), CLOCK);
    devices = List.of(device("left"), device("right"));
    readers = new DocumentReaders(devices);
    readers.wake();
  }

  @AfterEach
  void unplug() {
    devices.forEach(SupervisedDevice::close);
    left.close();
    right.close();
  }

  @Test
  void whoeverFindsADocumentFirstIsTheOneToReadIt() throws InterruptedException {
    right.lay(CARD);
    assertEquals("right", placed(readers.await(LONG)));
    right.lift();
    left.lay(CARD);
    assertEquals("left", placed(readers.await(LONG)));
  }

  @Test
  void documentThatComesLaterIsFound() throws InterruptedException {
    Thread person =
        Thread.ofPlatform()
            .start(() -> {
              while (left.asked("FIND") < 2 || right.asked("FIND") < 2) {
                Thread.onSpinWait();
              }
              right.lay(CARD);
            });
    assertEquals("right", placed(readers.await(LONG)));
    person.join();
  }

  @Test
  void oneThatDoesNotWorkLeavesTheServiceToTheOther() throws InterruptedException {
    left.unplug();
    right.lay(CARD);
    assertEquals("right", placed(readers.await(LONG)));
    assertTrue(readers.anyOpen());
    right.lift();
    assertInstanceOf(DeviceFailure.TimedOut.class, failure(readers.await(BRIEFLY)));
    assertFalse(readers.allOpen(), "somebody may have laid a document on the one that is gone");
  }

  @Test
  void whenNoneWorksThatIsSaid() throws InterruptedException {
    left.unplug();
    right.unplug();
    assertFalse(failure(readers.await(LONG)) instanceof DeviceFailure.TimedOut);
    assertFalse(readers.anyOpen());
  }

  @Test
  void nobodyComes() throws InterruptedException {
    assertInstanceOf(DeviceFailure.TimedOut.class, failure(readers.await(BRIEFLY)));
  }

  @Test
  void documentThatLiesOnEitherIsSeen() throws InterruptedException {
    assertFalse(readers.anyDocumentLiesThere(BRIEFLY));
    right.lay(CARD);
    assertTrue(readers.anyDocumentLiesThere(BRIEFLY));
  }

  @Test
  void personWhoLeavesEndsTheWaiting() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> readers.await(LONG));
  }

  @Test
  void restingReadersAreClosedAndWokenAgain() throws InterruptedException {
    readers.rest();
    assertFalse(readers.anyOpen());
    readers.wake();
    left.lay(CARD);
    assertEquals("left", placed(readers.await(LONG)));
  }

  private SupervisedDevice<IdentityDocumentReader> device(String name) {
    SamDriver driver = new SamDriver();
    var settings = driver.settings().resolve(Map.of("port", directory.resolve(name).toString()));
    return new SupervisedDevice<>(
        (IdentityDocumentReader) driver.create(new DeviceId(name), settings, CLOCK),
        new StatusBoard(CLOCK),
        CLOCK,
        new Random(24));
  }

  private static String placed(Attempt<DocumentReaders.Placed> attempt) {
    return switch (attempt) {
      case Attempt.Done<DocumentReaders.Placed>(var placed) -> placed.reader().id().name();
      case Attempt.Failed<DocumentReaders.Placed>(var failure) -> failure.toString();
    };
  }

  private static DeviceFailure failure(Attempt<?> attempt) {
    return assertInstanceOf(Attempt.Failed.class, attempt).failure();
  }
}
