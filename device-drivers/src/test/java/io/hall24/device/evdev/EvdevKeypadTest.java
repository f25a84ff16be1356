package io.hall24.device.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.Keypad;
import io.hall24.device.simulated.PseudoTerminal;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pad of keys whose events come over a pseudo-terminal: the layout of a real kernel's. */
final class EvdevKeypadTest {
  private static final HallClock CLOCK = HallClock.system();

  /**
   * KEY_VOLUMEUP pressed, as a C program that was compiled with the kernel's own {@code
   * linux/input.h} lays it out on x86-64.
   */
  private static final byte[] VOLUME_UP =
      HexFormat.of().parseHex("443322110000000066550000000000000100730001000000");

  @TempDir Path directory;
  private PseudoTerminal line;
  private Keypad keypad;

  @BeforeEach
  void plugIn() throws Exception {
    line = PseudoTerminal.open(directory.resolve("keys"));
    keypad = keypad(Map.of());
    assertInstanceOf(Attempt.Done.class, keypad.open(seconds(2)));
  }

  @AfterEach
  void close() {
    keypad.close();
  }

  private Keypad keypad(Map<String, String> more) {
    var driver = new EvdevKeypadDriver();
    var settings =
        new java.util.HashMap<>(
            Map.of("device", directory.resolve("keys").toString(), "exclusive", "false"));
    settings.putAll(more);
    assertEquals(List.of(), driver.settings().check(settings));
    return (Keypad)
        driver.create(new DeviceId("keypad"), driver.settings().resolve(settings), CLOCK);
  }

  @Test
  void whatTheKernelLaysOutIsAPress() {
    send(VOLUME_UP);
    assertEquals(Keypad.Key.LOUDER, pressed());
    line.close();
  }

  @Test
  void onlyPressesOfKnownKeysCountAndComeInOrder() {
    send(event(4, 4, 0x70052), event(1, 103, 1), event(0, 0, 0), event(1, 103, 2));
    send(event(1, 103, 0), event(1, 30, 1), event(2, 8, 1), event(1, 28, 1));
    assertEquals(Keypad.Key.UP, pressed());
    assertEquals(Keypad.Key.SELECT, pressed());
    assertInstanceOf(DeviceFailure.TimedOut.class, failure(Duration.ofMillis(50)));
    line.close();
  }

  @Test
  void anEventInPiecesIsOneEvent() {
    byte[] press = event(1, 138, 1);
    line.write(press, 0, 7);
    assertInstanceOf(DeviceFailure.TimedOut.class, failure(Duration.ofMillis(30)));
    line.write(press, 7, press.length - 7);
    assertEquals(Keypad.Key.HELP, pressed());
    line.close();
  }

  @Test
  void theLastSixteenThatNobodyAwaitedAreKept() {
    for (int i = 0; i < 10; i++) {
      send(event(1, 103, 1));
    }
    for (int i = 0; i < 16; i++) {
      send(event(1, 108, 1));
    }
    List<Keypad.Key> heard = new ArrayList<>();
    while (keypad.awaitKey(Patience.of(Duration.ofMillis(50), CLOCK))
        instanceof Attempt.Done<Keypad.KeyPress>(var press)) {
      heard.add(press.key());
    }
    assertEquals(java.util.Collections.nCopies(16, Keypad.Key.DOWN), heard);
    line.close();
  }

  @Test
  void otherCodesCanBeSet() {
    keypad.close();
    keypad = keypad(Map.of("key-select", "353"));
    assertInstanceOf(Attempt.Done.class, keypad.open(seconds(2)));
    send(event(1, 28, 1), event(1, 353, 1));
    assertEquals(Keypad.Key.SELECT, pressed());
    line.close();
  }

  @Test
  void pulledOutItIsLost() {
    line.close();
    assertInstanceOf(
        DeviceFailure.Offline.class,
        assertInstanceOf(Attempt.Failed.class, keypad.probe(seconds(2))).failure());
    assertInstanceOf(DeviceFailure.Offline.class, failure(Duration.ofSeconds(2)));
    keypad.close();
    assertInstanceOf(
        DeviceFailure.NoDevice.class,
        assertInstanceOf(Attempt.Failed.class, keypad.open(seconds(2))).failure());
  }

  /** What is no input device cannot be had alone. */
  @Test
  void aNodeThatIsNoInputDeviceIsRefused() {
    keypad.close();
    keypad = keypad(Map.of("exclusive", "true"));
    var refused = assertInstanceOf(Attempt.Failed.class, keypad.open(seconds(2)));
    assertTrue(refused.failure().detail().contains("cannot be had alone"), refused::toString);
    line.close();
  }

  @Test
  void noBytesInWhateverPiecesAreMoreThanPresses() {
    var random = new Random(24);
    for (int round = 0; round < 500; round++) {
      var events = new InputEvents();
      int bytes = 0;
      int presses = 0;
      for (int piece = 0; piece < 10; piece++) {
        byte[] noise = new byte[random.nextInt(60)];
        random.nextBytes(noise);
        bytes += noise.length;
        presses += events.pressed(noise).size();
      }
      assertTrue(presses <= bytes / InputEvents.SIZE);
    }
    line.close();
  }

  private void send(byte[]... events) {
    for (byte[] event : events) {
      line.write(event, 0, event.length);
    }
  }

  private static byte[] event(int type, int code, int value) {
    return ByteBuffer.allocate(InputEvents.SIZE)
        .order(ByteOrder.nativeOrder())
        .putLong(1)
        .putLong(2)
        .putShort((short) type)
        .putShort((short) code)
        .putInt(value)
        .array();
  }

  private Keypad.Key pressed() {
    return ((Keypad.KeyPress)
            assertInstanceOf(Attempt.Done.class, keypad.awaitKey(seconds(2))).value())
        .key();
  }

  private DeviceFailure failure(Duration patience) {
    return assertInstanceOf(Attempt.Failed.class, keypad.awaitKey(Patience.of(patience, CLOCK)))
        .failure();
  }

  private static Patience seconds(int seconds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK);
  }
}
