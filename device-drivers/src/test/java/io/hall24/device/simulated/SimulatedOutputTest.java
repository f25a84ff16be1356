package io.hall24.device.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.BinLevel;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.OutputEye;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PresenterReport;
import io.hall24.device.SheetPicture;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SimulatedOutputTest {
  private static final HallClock CLOCK = HallClock.system();

  @TempDir Path directory;
  private Mechanics mechanics;
  private OutputPresenter presenter;
  private OutputEye eye;

  @BeforeEach
  void openDevices() {
    mechanics = new Mechanics(directory);
    Map<String, String> values = Map.of("mechanics", directory.toString());
    var presenters = new SimulatedOutputPresenterDriver();
    presenter =
        presenters.create(new DeviceId("presenter"), presenters.settings().resolve(values), CLOCK);
    var eyes = new SimulatedOutputEyeDriver();
    eye = eyes.create(new DeviceId("eye"), eyes.settings().resolve(values), CLOCK);
    done(presenter.open(patience(1000)));
    done(eye.open(patience(1000)));
  }

  @Test
  void presentsASheetUntilSomeoneTakesIt() throws Exception {
    deliver("1", 10);
    assertEquals(
        new PresenterReport(true, false, 0, BinLevel.OK), done(presenter.report(patience(0))));
    assertEquals(List.of(), mechanics.take(), "behind a closed flap");

    assertEquals(
        new PresenterReport(true, true, 0, BinLevel.OK), done(presenter.present(patience(1000))));
    Thread person =
        Thread.ofPlatform()
            .start(() -> {
              try {
                mechanics.take();
              } catch (IOException impossible) {
                throw new AssertionError(impossible);
              }
            });
    assertEquals(
        new PresenterReport(false, false, 0, BinLevel.OK),
        done(presenter.awaitTaken(patience(10_000))));
    person.join();
    assertEquals("A3-1", Mechanics.sheetNumber(mechanics.taken().getFirst()));
  }

  @Test
  void aSheetThatNobodyTakesIsRetracted() throws Exception {
    deliver("1", 10);
    done(presenter.present(patience(1000)));
    assertInstanceOf(DeviceFailure.TimedOut.class, failure(presenter.awaitTaken(patience(50))));
    assertEquals(
        new PresenterReport(false, false, 1, BinLevel.OK), done(presenter.retract(patience(1000))));
    assertEquals("A3-1", Mechanics.sheetNumber(mechanics.retained().getFirst()));
  }

  @Test
  void withoutASheetTheFlapStaysClosed() {
    assertEquals(
        new PresenterReport(false, false, 0, BinLevel.OK), done(presenter.present(patience(1000))));
  }

  @Test
  void aStuckFlapIsAHardwareError() throws Exception {
    deliver("1", 10);
    mechanics.plant(Mechanics.Fault.FLAP_STUCK);
    assertInstanceOf(DeviceFailure.HardwareError.class, failure(presenter.present(patience(1000))));
    mechanics.repair(Mechanics.Fault.FLAP_STUCK);
    assertTrue(done(presenter.present(patience(1000))).flapOpen());
  }

  @Test
  void withdrawingEndsTheWait() throws Exception {
    deliver("1", 10);
    Patience patience = patience(20_000);
    Thread.ofPlatform().start(patience::cancel).join();
    assertInstanceOf(DeviceFailure.Cancelled.class, failure(presenter.awaitTaken(patience)));
  }

  @Test
  void theEyeSeesTheSheetOnTop() throws Exception {
    deliver("1", 10);
    deliver("2", 200);
    SheetPicture seen = done(eye.look(patience(1000)));
    assertEquals(200, seen.dpi());
    assertEquals(3, seen.width());
    assertArrayEquals(pixels(200), seen.grey());
  }

  @Test
  void theEyeWaitsForASheet() throws Exception {
    assertInstanceOf(DeviceFailure.TimedOut.class, failure(eye.look(patience(50))));
    Thread printer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                deliver("1", 10);
              } catch (IOException impossible) {
                throw new AssertionError(impossible);
              }
            });
    assertArrayEquals(pixels(10), done(eye.look(patience(10_000))).grey());
    printer.join();
  }

  @Test
  void aDarkEyeSeesBlack() throws Exception {
    deliver("1", 10);
    mechanics.plant(Mechanics.Fault.EYE_DARK);
    assertArrayEquals(new byte[6], done(eye.look(patience(1000))).grey());
  }

  @Test
  void aDamagedRasterIsAHardwareErrorOrAnotherPicture() throws Exception {
    byte[] whole = raster(10);
    var random = new Random(24);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      if (damaged.length < whole.length) {
        assertThrows(IOException.class, () -> GreyMap.read(damaged, 200));
      }
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsNoDevice() throws Exception {
    Files.delete(directory);
    assertInstanceOf(DeviceFailure.NoDevice.class, failure(presenter.open(patience(1000))));
    assertInstanceOf(DeviceFailure.NoDevice.class, failure(eye.open(patience(1000))));
    Files.createDirectory(directory);
  }

  /** Puts a finished sheet of 3 x 2 pixels behind the flap, newer than those before. */
  private void deliver(String job, int grey) throws IOException {
    Path work = Files.createDirectory(directory.resolve("work"));
    Files.writeString(work.resolve("sheet-number"), "A3-" + job + "\n");
    Files.write(work.resolve("sheet.pgm"), raster(grey));
    Files.setLastModifiedTime(
        work.resolve("sheet-number"), FileTime.fromMillis(1000L * Integer.parseInt(job)));
    Files.createDirectories(directory.resolve("exit"));
    Files.move(work, directory.resolve("exit").resolve(job));
  }

  private static byte[] raster(int grey) {
    var file = new ByteArrayOutputStream();
    file.writeBytes("P5\n3 2\n255\n".getBytes(US_ASCII));
    file.writeBytes(pixels(grey));
    return file.toByteArray();
  }

  private static byte[] pixels(int grey) {
    byte[] pixels = new byte[6];
    Arrays.fill(pixels, (byte) grey);
    return pixels;
  }

  private static Patience patience(long millis) {
    return Patience.of(Duration.ofMillis(millis), CLOCK);
  }

  private static <T> T done(Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T>(var value) -> value;
      case Attempt.Failed<T>(var failure) -> throw new AssertionError(failure);
    };
  }

  private static DeviceFailure failure(Attempt<?> attempt) {
    return assertInstanceOf(Attempt.Failed.class, attempt).failure();
  }
}
