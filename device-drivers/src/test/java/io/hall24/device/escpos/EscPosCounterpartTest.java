package io.hall24.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitonalOrderedDither;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.ReceiptPrinter;
import io.hall24.device.Slip;
import io.hall24.device.Slip.Line;
import io.hall24.device.simulated.escpos.EscPosMachine;
import io.hall24.device.simulated.escpos.Printed;
import io.hall24.device.simulated.line.SimulatedHost;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No ESC/POS printer that somebody else wrote can be had as a program. So the simulated one is held
 * against the encoder escpos-coffee, and what the driver printed on it is read by zbar; neither is
 * ours.
 */
@Tag("fault")
final class EscPosCounterpartTest {
  @TempDir Path directory;

  @Test
  void simulatedPrinterUnderstandsTheEncoderOfSomebodyElse() throws IOException {
    var drawn = new BufferedImage(64, 8, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 8; y++) {
        drawn.setRGB(x, y, (x + y) % 3 == 0 ? 0 : 0xFFFFFF);
      }
    }
    var bytes = new ByteArrayOutputStream();
    try (var escpos = new EscPos(bytes)) {
      escpos.setCharsetName("GB18030");
      escpos.write(
          new Style().setBold(true).setJustification(EscPosConst.Justification.Center), "Hall24");
      escpos.feed(1);
      escpos.write(new QRCode(), "https://example.invalid/");
      escpos.write(
          new RasterBitImageWrapper(),
          new EscPosImage(new CoffeeImageImpl(drawn), new BitonalOrderedDither()));
      escpos.cut(EscPos.CutMode.PART);
    }
    var machine = new EscPosMachine();
    machine.hear(bytes.toByteArray());

    List<Printed> roll = machine.roll();
    assertEquals(new Printed.Letters("Hall24", true, false, true), roll.getFirst());
    assertEquals(new Printed.Code("https://example.invalid/"), roll.get(1));
    Printed.Dots dots = assertInstanceOf(Printed.Dots.class, roll.get(2));
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 8; y++) {
        assertEquals((x + y) % 3 == 0, dots.black(x, y), "dot " + x + ", " + y);
      }
    }
    assertEquals(new Printed.Cut(), roll.getLast());
  }

  @Test
  void zbarReadsTheCodeOfAPrintedSlip() throws Exception {
    var machine = new EscPosMachine();
    String address = "https://example.invalid/" + "取".repeat(150);
    try (SimulatedHost host = SimulatedHost.start(machine)) {
      var driver = new EscPosDriver();
      var settings =
          Map.of("at", "tcp://127.0.0.1:" + host.port(), "fonts", Rolls.fonts().toString());
      var printer =
          (ReceiptPrinter)
              driver.create(
                  new DeviceId("receipt-printer"),
                  driver.settings().resolve(settings),
                  HallClock.system());
      var patience = Patience.of(Duration.ofSeconds(20), HallClock.system());
      assertInstanceOf(Attempt.Done.class, printer.open(patience));
      var slip =
          new Slip(
              List.of(
                  new Line.Text("电子证照下载", Slip.Look.LARGE, true),
                  new Line.Rule(),
                  new Line.Code(address)));
      assertInstanceOf(Attempt.Done.class, printer.print(slip, patience));
      printer.close();
    }
    assertEquals(address, zbar(Rolls.photograph(machine)));
  }

  private String zbar(BufferedImage roll) throws IOException, InterruptedException {
    Path file = directory.resolve("roll.png");
    ImageIO.write(roll, "png", file.toFile());
    Process zbar =
        new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, zbar.waitFor(), "zbarimg reads nothing");
    return read;
  }
}
