package io.hall24.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.Consumable;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.ReceiptPrinter;
import io.hall24.device.ReceiptPrinter.RollReport;
import io.hall24.device.Slip;
import io.hall24.device.Slip.Line;
import io.hall24.device.Slip.Look;
import io.hall24.device.StateReason;
import io.hall24.device.SupplyLevel;
import io.hall24.device.simulated.escpos.EscPosMachine;
import io.hall24.device.simulated.escpos.EscPosMachine.Paper;
import io.hall24.device.simulated.escpos.Printed;
import io.hall24.device.simulated.line.SimulatedLine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EscPosPrinterTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final int A_QUESTION = 3;
  private static final Duration GLANCE = Duration.ofMillis(5);
  private static final Slip HELLO = new Slip(List.of(new Line.Text("您好", Look.BOLD, true)));

  @TempDir Path directory;
  private final EscPosMachine machine = new EscPosMachine();
  private Optional<SimulatedLine> line = Optional.empty();
  private Optional<ReceiptPrinter> opened = Optional.empty();

  @BeforeEach
  void plugIn() throws IOException {
    line = Optional.of(SimulatedLine.plugIn(directory.resolve("printer"), machine, CLOCK));
  }

  @AfterEach
  void unplug() {
    opened.ifPresent(ReceiptPrinter::close);
    line.orElseThrow().close();
  }

  private static Patience patience() {
    return Patience.of(Duration.ofSeconds(5), CLOCK);
  }

  private ReceiptPrinter open(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("at", "serial:" + directory.resolve("printer"));
    settings.put("fonts", Rolls.fonts().toString());
    settings.put("hardware-flow", "false");
    var driver = new EscPosDriver();
    var printer =
        (ReceiptPrinter)
            driver.create(
                new DeviceId("receipt-printer"), driver.settings().resolve(settings), CLOCK);
    opened = Optional.of(printer);
    assertInstanceOf(Attempt.Done.class, printer.open(patience()));
    return printer;
  }

  private static DeviceFailure failure(Attempt<?> attempt) {
    return assertInstanceOf(Attempt.Failed.class, attempt).failure();
  }

  @Test
  void namesModelAndFirmware() {
    ReceiptPrinter printer = open(Map.of());
    assertEquals(Optional.of("2.05 ESC/POS"), printer.firmware());
    assertTrue(printer.probe(patience()).toString().contains("SIM-T80"));
  }

  @Test
  void chineseIsSetInThePrintersOwnLettersWhereItHasThem() {
    ReceiptPrinter printer = open(Map.of("chinese-font", "true"));
    var slip =
        new Slip(
            List.of(
                new Line.Text("领取凭证", Look.LARGE, true),
                new Line.Pair("办件编号", "2026-000123"),
                new Line.Text("张三丰 \u001b@已领取", Look.PLAIN, false)));
    assertEquals(
        Attempt.done(new RollReport(SupplyLevel.FULL, Set.of())), printer.print(slip, patience()));
    assertEquals(
        List.of(
            new Printed.Letters("领取凭证", false, true, true),
            new Printed.Letters("办件编号          2026-000123", false, false, false),
            new Printed.Letters("张三丰  @已领取", false, false, false),
            new Printed.Cut()),
        machine.roll());
  }

  @Test
  void slipGivenUpInTheMiddleOfItsSendingLeavesThePrinterReadyForTheNext() {
    ReceiptPrinter printer = open(Map.of());
    Patience patience = patience();
    line.orElseThrow()
        .disturb(answer -> {
          if (machine.begun() > A_QUESTION && !patience.isCancelled()) {
            patience.cancel();
            // It takes no more bytes for a while: the line is full, and the rest cannot be sent.
            var _ = Patience.of(Duration.ofMillis(100), CLOCK).until(GLANCE, () -> false);
          }
          return answer;
        });
    Slip.Line text = new Line.Text("领取凭证领取凭证", Look.LARGE, true);
    assertInstanceOf(
        DeviceFailure.class,
        failure(printer.print(new Slip(Collections.nCopies(40, text)), patience)));
    line.orElseThrow().disturb(UnaryOperator.identity());
    assertInstanceOf(Attempt.Done.class, printer.open(patience()));
    int before = machine.roll().size();
    assertInstanceOf(Attempt.Done.class, printer.print(HELLO, patience()));
    List<Printed> second = machine.roll().subList(before, machine.roll().size());
    assertEquals(2, second.size(), "a picture and a cut: " + second);
  }

  @Test
  void rareCharactersAreDrawnEvenThere() {
    ReceiptPrinter printer = open(Map.of("chinese-font", "true"));
    String rare = "\uD842\uDFB7"; // U+20BB7, CJK Extension B: four bytes in GB 18030
    assertInstanceOf(
        Attempt.Done.class,
        printer.print(new Slip(List.of(new Line.Text("王" + rare, Look.PLAIN, false))), patience()));
    assertEquals(1, Rolls.pictures(machine).size());
    assertTrue(Rolls.ink(Rolls.pictures(machine).getFirst()) > 60, "no ink");
  }

  @Test
  void letterThatNoFontHasIsSeenToBeMissing() {
    ReceiptPrinter printer = open(Map.of());
    for (String text : List.of("\uDBFF\uDFFD", "\u3013")) {
      var _ = printer.print(new Slip(List.of(new Line.Text(text, Look.PLAIN, false))), patience());
    }
    assertEquals(Rolls.pictures(machine).getFirst(), Rolls.pictures(machine).getLast());
  }

  @Test
  void drawnLettersDifferAndBoldHasMoreInk() {
    ReceiptPrinter printer = open(Map.of());
    for (Look look : List.of(Look.PLAIN, Look.BOLD, Look.LARGE)) {
      var _ = printer.print(new Slip(List.of(new Line.Text("营业执照", look, true))), patience());
    }
    List<Integer> ink = Rolls.pictures(machine).stream().map(Rolls::ink).toList();
    assertEquals(3, ink.size());
    assertTrue(ink.get(0) < ink.get(1) && ink.get(1) < ink.get(2), ink::toString);
  }

  @Test
  void printerWithQrCodesMakesThemItself() {
    ReceiptPrinter printer = open(Map.of("qr-codes", "true"));
    var _ =
        printer.print(new Slip(List.of(new Line.Code("https://example.invalid/取"))), patience());
    assertEquals(
        List.of(new Printed.Code("https://example.invalid/取"), new Printed.Cut()), machine.roll());
  }

  @Test
  void paperNearItsEndIsReportedAndPrintedOn() {
    ReceiptPrinter printer = open(Map.of());
    machine.load(Paper.NEAR_END);
    var low =
        new RollReport(
            SupplyLevel.LOW, Set.of(new StateReason("media-low", StateReason.Severity.WARNING)));
    assertEquals(Attempt.done(low), printer.print(HELLO, patience()));
    assertEquals(
        List.of(new Consumable.Supply("paper", SupplyLevel.LOW, OptionalInt.empty())),
        printer.consumables());
  }

  @Test
  void withoutPaperNothingIsSent() {
    ReceiptPrinter printer = open(Map.of());
    machine.load(Paper.OUT);
    assertEquals(
        new DeviceFailure.UserError("media-empty"), failure(printer.print(HELLO, patience())));
    machine.load(Paper.ENOUGH);
    machine.openCover(true);
    assertEquals(
        new DeviceFailure.UserError("cover-open"), failure(printer.print(HELLO, patience())));
    machine.openCover(false);
    assertEquals(List.of(), machine.roll());
    assertInstanceOf(Attempt.Done.class, printer.print(HELLO, patience()));
  }

  @Test
  void paperThatEndsInTheMiddleLeavesTheAnswerLostAndSaysWhy() {
    ReceiptPrinter printer = open(Map.of());
    machine.endAfter(2);
    Line line = new Line.Text("一行", Look.PLAIN, false);
    var ended =
        printer.print(
            new Slip(List.of(line, line, line, line)), Patience.of(Duration.ofMillis(900), CLOCK));
    assertEquals(new DeviceFailure.AnswerLost("media-empty"), failure(ended));
    assertEquals(2, Rolls.pictures(machine).size());
    assertEquals(new DeviceFailure.UserError("media-empty"), failure(printer.probe(patience())));
  }

  @Test
  void stuckCutterAndBrokenPrinterAreHardwareErrors() {
    ReceiptPrinter printer = open(Map.of());
    machine.stickCutter(true);
    assertInstanceOf(DeviceFailure.HardwareError.class, failure(printer.probe(patience())));
    machine.stickCutter(false);
    machine.breakDown(true);
    assertInstanceOf(DeviceFailure.HardwareError.class, failure(printer.probe(patience())));
  }

  @Test
  void questionsInPicturesAreNeverFound() {
    machine.answerInPictures(true);
    ReceiptPrinter printer = open(Map.of());
    var random = new Random(24);
    for (int i = 0; i < 10; i++) {
      String text = "https://example.invalid/" + random.nextLong();
      assertInstanceOf(
          Attempt.Done.class, printer.print(new Slip(List.of(new Line.Code(text))), patience()));
    }
  }

  /** No checksum guards an answer: a question is put until two answers agree. */
  @Test
  @Tag("fault")
  void disturbedAnswersGiveTheTruthOrAFailure() {
    ReceiptPrinter printer = open(Map.of());
    machine.load(Paper.NEAR_END);
    Attempt<RollReport> truth = printer.report(patience());
    var random = new Random(24);
    int right = 0;
    for (int i = 0; i < 25; i++) {
      line.orElseThrow().disturb(answer -> disturbed(answer, random));
      Attempt<RollReport> told = printer.report(patience());
      line.orElseThrow().disturb(answer -> answer);
      right += told instanceof Attempt.Done<RollReport> ? 1 : 0;
      assertTrue(told.equals(truth) || told instanceof Attempt.Failed<?>, told::toString);
    }
    assertTrue(right > 5, "right: " + right);
  }

  private static byte[] disturbed(byte[] answer, Random random) {
    if (answer.length == 0 || random.nextInt(8) != 0) {
      return answer;
    }
    return switch (random.nextInt(3)) {
      case 0 -> new byte[0];
      case 1 -> new byte[] {answer[0], answer[0]};
      default -> {
        byte[] flipped = Arrays.copyOf(answer, answer.length);
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
    };
  }
}
