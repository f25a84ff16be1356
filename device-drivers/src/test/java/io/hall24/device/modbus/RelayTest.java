package io.hall24.device.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.BinLevel;
import io.hall24.device.DepositSlot;
import io.hall24.device.DepositSlot.DepositReport;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DoorContact;
import io.hall24.device.DoorContact.DoorReport;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PresenterReport;
import io.hall24.device.StatusLights;
import io.hall24.device.StatusLights.Light;
import io.hall24.device.StatusLights.Shine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelayTest {
  private static final HallClock CLOCK = HallClock.system();
  private Housing housing;

  @SuppressWarnings("NullAway.Init")
  RelayTest() {}

  @BeforeEach
  void build(@TempDir Path directory) throws IOException {
    housing = new Housing(directory);
  }

  @AfterEach
  void takeDown() {
    housing.close();
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

  private OutputPresenter presenter() {
    var presenter = housing.device(new RelayDriver.Presenter(), OutputPresenter.class);
    done(presenter.open(patience(2_000)));
    return presenter;
  }

  @Test
  void sheetIsPresentedAndTaken() {
    OutputPresenter presenter = presenter();
    assertEquals(
        new PresenterReport(false, false, 0, BinLevel.OK), done(presenter.report(patience(500))));
    housing.board.input(Housing.SHEET, true);
    assertEquals(
        new PresenterReport(true, true, 0, BinLevel.OK), done(presenter.present(patience(3_000))));
    assertInstanceOf(DeviceFailure.TimedOut.class, failure(presenter.awaitTaken(patience(200))));
    var person = CompletableFuture.runAsync(() -> housing.board.input(Housing.SHEET, false));
    assertEquals(
        new PresenterReport(false, false, 0, BinLevel.OK),
        done(presenter.awaitTaken(patience(5_000))));
    person.join();
    presenter.close();
  }

  @Test
  void sheetThatIsLeftIsRetractedAndCounted() {
    OutputPresenter presenter = presenter();
    housing.board.input(Housing.SHEET, true);
    done(presenter.present(patience(3_000)));
    assertEquals(
        new PresenterReport(false, false, 1, BinLevel.OK),
        done(presenter.retract(patience(3_000))));
    assertFalse(housing.board.output(Housing.RETRACT), "the motor stands still");
    housing.board.input(Housing.RETRACT_BIN_FULL, true);
    assertEquals(BinLevel.FULL, done(presenter.report(patience(500))).bin());
    housing.board.input(Housing.RETRACT_BIN_THERE, false);
    assertEquals(BinLevel.MISSING, done(presenter.report(patience(500))).bin());
    presenter.close();
  }

  @Test
  void flapThatDoesNotConfirmItIsStuck() {
    OutputPresenter presenter = presenter();
    housing.board.input(Housing.SHEET, true);
    housing.jam();
    assertInstanceOf(
        DeviceFailure.HardwareError.class, failure(presenter.present(patience(5_000))));
    presenter.close();
  }

  @Test
  void depositIsCountedAndTheShutterCloses() {
    var slot = housing.device(new RelayDriver.Deposit(), DepositSlot.class);
    done(slot.open(patience(2_000)));
    housing.board.wire((output, on) -> {
      if (output == Housing.SHUTTER && on) {
        housing.board.count(Housing.FALLEN);
      }
    });
    assertEquals(
        new DepositReport(false, 1, BinLevel.OK), done(slot.awaitDeposit(patience(3_000))));
    assertFalse(housing.board.output(Housing.SHUTTER));
    housing.board.wire((output, on) -> {});
    assertInstanceOf(DeviceFailure.TimedOut.class, failure(slot.awaitDeposit(patience(300))));
    assertFalse(housing.board.output(Housing.SHUTTER), "it does not stay open");
    housing.board.input(Housing.DEPOSIT_BIN_FULL, true);
    assertInstanceOf(DeviceFailure.UserError.class, failure(slot.awaitDeposit(patience(300))));
    slot.close();
  }

  @Test
  void tamperingStaysUntilTheDeviceIsOpenedAgain() {
    var door = housing.device(new RelayDriver.Door(), DoorContact.class);
    done(door.open(patience(2_000)));
    assertEquals(new DoorReport(false, false, 0), done(door.report(patience(500))));
    housing.board.input(Housing.UNTOUCHED, false);
    var tampered = done(door.awaitOtherThan(new DoorReport(false, false, 0), patience(2_000)));
    assertEquals(new DoorReport(false, true, 0), tampered);
    housing.board.input(Housing.UNTOUCHED, true);
    housing.board.count(Housing.OPENINGS);
    assertEquals(new DoorReport(false, true, 1), done(door.report(patience(500))));
    door.close();
    done(door.open(patience(2_000)));
    assertEquals(new DoorReport(false, false, 1), done(door.report(patience(500))));
    door.close();
  }

  @Test
  void devicesShareOneBoardAndLightsGoOutAtTheEnd() {
    var lights = housing.device(new RelayDriver.Lights(), StatusLights.class);
    OutputPresenter presenter = presenter();
    done(lights.open(patience(2_000)));
    assertEquals(
        Map.of(Light.CAMERA, Shine.STEADY),
        done(
            lights.show(
                Map.of(Light.CAMERA, Shine.FAST, Light.OUTPUT, Shine.SLOW), patience(1_000))));
    assertTrue(housing.board.output(Housing.CAMERA_LIGHT));
    lights.close();
    assertFalse(housing.board.output(Housing.CAMERA_LIGHT));
    assertFalse(done(presenter.report(patience(500))).sheetPresent(), "the other still works");
    presenter.close();
  }

  @Test
  void numberThatTheBoardDoesNotHaveIsNamed() {
    var driver = new RelayDriver.Door();
    Map<String, String> settings = Housing.wiring(driver.name(), housing.port());
    settings.put("closed-input", "77");
    var door =
        (DoorContact)
            driver.create(new DeviceId("door"), driver.settings().resolve(settings), CLOCK);
    done(door.open(patience(2_000)));
    assertTrue(failure(door.report(patience(500))).detail().contains("exception 2"));
    door.close();
  }

  @Test
  void disturbedAnswersGiveTheTruthOrAFailure() {
    OutputPresenter presenter = presenter();
    housing.board.input(Housing.SHEET, true);
    housing.board.count(Housing.RETRACTED);
    var truth = done(presenter.report(patience(500)));
    var random = new Random(24);
    int right = 0;
    for (int i = 0; i < 40; i++) {
      housing.line.disturb(answer -> disturbed(answer, random));
      Attempt<PresenterReport> told = presenter.report(patience(2_000));
      housing.line.disturb(answer -> answer);
      if (told instanceof Attempt.Done<PresenterReport>(var report)) {
        assertEquals(truth, report);
        right++;
      }
    }
    assertTrue(right > 10, "right: " + right);
    presenter.close();
  }

  private static byte[] disturbed(byte[] answer, Random random) {
    if (answer.length == 0 || random.nextInt(12) != 0) {
      return answer;
    }
    int at = random.nextInt(answer.length);
    return switch (random.nextInt(3)) {
      case 0 -> Arrays.copyOf(answer, at);
      case 1 -> {
        byte[] longer = Arrays.copyOf(answer, answer.length + 1);
        System.arraycopy(answer, at, longer, at + 1, answer.length - at);
        yield longer;
      }
      default -> {
        byte[] flipped = Arrays.copyOf(answer, answer.length);
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
    };
  }
}
