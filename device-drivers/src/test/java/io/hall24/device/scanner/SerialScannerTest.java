package io.hall24.device.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.hall24.device.Attempt;
import io.hall24.device.CodeScanner;
import io.hall24.device.CodeScanner.ScannedCode;
import io.hall24.device.CodeScanner.Symbology;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.simulated.line.Machine;
import io.hall24.device.simulated.line.SimulatedLine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SerialScannerTest {
  private static final HallClock CLOCK = HallClock.system();
  @TempDir Path directory;

  /** Reads when it is told to, or all the time, what is held before it. */
  private static final class Scanner implements Machine {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private byte[] shown = new byte[0];

    synchronized void show(byte[] code) {
      shown = code;
    }

    synchronized String told() {
      return told.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public synchronized byte[] hear(byte[] bytes) {
      told.writeBytes(bytes);
      byte[] code = shown;
      shown = new byte[0];
      return code;
    }
  }

  private static Patience patience(long millis) {
    return Patience.of(Duration.ofMillis(millis), CLOCK);
  }

  private CodeScanner open(DeviceDriver driver, Map<String, String> settings) {
    var scanner =
        (CodeScanner)
            driver.create(new DeviceId("code-scanner"), driver.settings().resolve(settings), CLOCK);
    assertInstanceOf(Attempt.Done.class, scanner.open(patience(5_000)));
    return scanner;
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("port", directory.resolve("scanner").toString());
    return settings;
  }

  /** What the scanner answers when a code is shown while it is waited for. */
  private static Attempt<ScannedCode> read(CodeScanner scanner, Scanner machine, byte[] bytes) {
    var hand =
        CompletableFuture.runAsync(
            () -> machine.show(bytes),
            CompletableFuture.delayedExecutor(80, java.util.concurrent.TimeUnit.MILLISECONDS));
    Attempt<ScannedCode> code = scanner.awaitCode(patience(1_500));
    hand.join();
    return code;
  }

  @Test
  void readsLinesInUtf8AndInGb18030() throws Exception {
    var machine = new Scanner();
    try (var line = SimulatedLine.plugIn(directory.resolve("scanner"), machine, CLOCK)) {
      CodeScanner utf8 = open(new SerialScannerDriver(), settings(Map.of()));
      assertEquals(
          Attempt.done(new ScannedCode("凭证 42", Optional.empty())),
          read(utf8, machine, "凭证 42\r\n".getBytes(StandardCharsets.UTF_8)));
      utf8.close();
      CodeScanner chinese =
          open(
              new SerialScannerDriver(),
              settings(Map.of("gb18030", "true", "aim-identifiers", "true")));
      assertEquals(
          Attempt.done(new ScannedCode("凭证", Optional.of(Symbology.QR))),
          read(chinese, machine, "]Q1凭证\r".getBytes(Charset.forName("GB18030"))));
      chinese.close();
      line.unplug();
    }
  }

  @Test
  void triggerIsPulledAndLetGo() throws Exception {
    var machine = new Scanner();
    try (var line = SimulatedLine.plugIn(directory.resolve("scanner"), machine, CLOCK)) {
      CodeScanner scanner =
          open(
              new SerialScannerDriver(),
              settings(Map.of("trigger-on", "16540d", "trigger-off", "16550d")));
      assertInstanceOf(
          Attempt.Done.class, read(scanner, machine, "A1\r".getBytes(StandardCharsets.US_ASCII)));
      assertTrue(
          patience(2_000)
              .until(Duration.ofMillis(10), () -> machine.told().equals("\u0016T\r\u0016U\r")));
      scanner.close();
      line.unplug();
    }
  }

  @Test
  void codeThatWasShownBeforeTheQuestionDoesNotCount() throws Exception {
    var machine = new Scanner();
    try (var line = SimulatedLine.plugIn(directory.resolve("scanner"), machine, CLOCK)) {
      CodeScanner scanner = open(new SerialScannerDriver(), settings(Map.of()));
      machine.show("old\r".getBytes(StandardCharsets.US_ASCII));
      CLOCK.sleep(Duration.ofMillis(100));
      assertInstanceOf(
          DeviceFailure.TimedOut.class,
          assertInstanceOf(Attempt.Failed.class, scanner.awaitCode(patience(200))).failure());
      scanner.close();
      line.unplug();
    }
  }

  @Test
  void damagedLinesAreReadOrPassedOver() {
    var codes = new CodeText(StandardCharsets.UTF_8, true);
    byte[] line = "]Q1https://example.invalid/取".getBytes(StandardCharsets.UTF_8);
    var random = new Random(24);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = Arrays.copyOf(line, random.nextInt(line.length + 1));
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      codes.read(damaged, damaged.length).ifPresent(code -> assertTrue(!code.text().isEmpty()));
    }
  }

  @Test
  void cameraReadsACodeThatIsHeldBeforeIt() throws Exception {
    BitMatrix code =
        new QRCodeWriter()
            .encode(
                "H24-凭证-7",
                BarcodeFormat.QR_CODE,
                300,
                300,
                Map.of(com.google.zxing.EncodeHintType.CHARACTER_SET, "UTF-8"));
    var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 480; y++) {
      for (int x = 0; x < 640; x++) {
        boolean black = x >= 170 && x < 470 && y >= 90 && y < 390 && code.get(x - 170, y - 90);
        picture.setRGB(x, y, black ? 0x202020 : 0xD0D0D0);
      }
    }
    ImageIO.write(picture, "png", directory.resolve("code001.png").toFile());
    CodeScanner scanner =
        open(
            new CameraScannerDriver(),
            Map.of(
                "source", directory.resolve("code%03d.png").toString(),
                "format", "image2",
                "loop", "true"));
    assertEquals(
        Attempt.done(new ScannedCode("H24-凭证-7", Optional.of(Symbology.QR))),
        scanner.awaitCode(patience(5_000)));
    assertEquals(List.of(), scanner.consumables());
    scanner.close();
  }
}
