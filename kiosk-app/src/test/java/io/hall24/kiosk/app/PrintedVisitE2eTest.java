package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.ScriptedClerk;
import io.hall24.kiosk.demo.counterpart.SmartCardDaemon;
import io.hall24.kiosk.demo.counterpart.VirtualPrinter;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visits that reach the printer, or would if it stood; each among counterparts of its own. */
@Tag("e2e")
final class PrintedVisitE2eTest {
  private static final InventedPerson LIN = InventedPerson.LIN_HAIJIE;
  private static final InventedPerson SU = InventedPerson.SU_WANQING;
  private static final String ORDER = "YL-2026-000318";
  private static final String ORIGINAL = "original";
  private static final String DUPLICATE = "duplicate:1-1";

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  PrintedVisitE2eTest() {}

  @Test
  void holderTakesOriginalAndDuplicateHome() throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      var left = stage.visit(Script.smooth(LIN).givingCans("111111", LIN.cardAccessNumber()));
      var collected = assertInstanceOf(VisitOutcome.Collected.class, left.outcome());
      assertEquals(
          List.of(ORIGINAL, DUPLICATE),
          collected.copies().stream().map(copy -> copy.copy().code()).toList());
      var signed = confirmation(left);
      assertEquals("SIGNED", signed.how());
      assertTrue(signed.signature().orElseThrow().startsWith("M120 300L180 140"));
      stage.terminal().settle();
      var registry = stage.world().registry();
      assertEquals(1, registry.validLicences(ORDER, ORIGINAL));
      assertEquals(1, registry.validLicences(ORDER, DUPLICATE));
      assertTrue(registry.openIssuances().isEmpty());
      assertEquals(2, stage.world().mechanics().taken().size());
      assertTrue(left.timeline().machineTime().isPresent());
      assertNotReadInTheClear(stage);
    }
  }

  private static VisitEvent.ReceiptConfirmed confirmation(VisitStage.Left left) {
    return left.events().stream()
        .filter(VisitEvent.ReceiptConfirmed.class::isInstance)
        .map(VisitEvent.ReceiptConfirmed.class::cast)
        .reduce((_, _) -> {
          throw new AssertionError("one confirmation a licence");
        })
        .orElseThrow();
  }

  @Test
  void holderOfAnIdentityCardTypesNothingAndTakesTheLicenceHome()
      throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(SU))) {
      stage.world().cardReader().pace(OptionalInt.of(115_200));
      var left = stage.visit(Script.smooth(SU).notSigning());
      assertEquals("collected", left.outcome().code());
      assertEquals("BY_WORD", confirmation(left).how());
      var read =
          left.events().stream()
              .filter(VisitEvent.DocumentRead.class::isInstance)
              .map(VisitEvent.DocumentRead.class::cast)
              .findFirst()
              .orElseThrow();
      assertEquals(Optional.of("RESIDENT_ID_CARD"), read.type());
      assertEquals(Optional.of("AUTHENTICATED_BY_READER"), read.authenticity());
      stage.terminal().settle();
      assertEquals(1, stage.world().registry().validLicences("YL-2026-000346", ORIGINAL));
      assertEquals(1, stage.world().registry().validLicences("YL-2026-000346", DUPLICATE));
    }
  }

  /** Announced at the registry, then the network goes away; the chip is read, a clerk confirms. */
  @Test
  void anAnnouncedVisitorTakesTheLicenceHomeWhileTheNetworkIsAway() throws Exception {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      HallClock clock = HallClock.system();
      stage.world().announceVisit("H24-DEMO-0001", LIN, Duration.ofHours(2));
      assertTrue(stage.terminal().announced().refresh(Patience.of(Duration.ofSeconds(20), clock)));
      ScriptedClerk clerk = DemoStaff.clerk(stage.terminal(), clock);
      stage.world().cutNetwork();
      var left = stage.visit(Script.smooth(LIN).withoutFace().with(clerk));
      assertEquals("collected", left.outcome().code());
      assertTrue(left.has(VisitEvent.CoSigned.class), "it is certain who stands there");
      List<Path> receipts = stage.terminal().receipts().written();
      assertTrue(
          textOf(receipts.getFirst()).contains("网络中断"),
          "the receipt says by when the numbers are valid");

      stage.world().mendNetwork();
      var registry = stage.world().registry();
      Patience patience = Patience.of(Duration.ofSeconds(60), clock);
      while (registry.validLicences(ORDER, DUPLICATE) == 0) {
        assertTrue(patience.pause(Duration.ofMillis(100)), "reported when the network is back");
        stage.terminal().settle();
      }
      assertEquals(1, registry.validLicences(ORDER, ORIGINAL));
    }
  }

  private static String textOf(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void whoeverWantsNoFaceComparisonTakesTheLicenceHomeWhenAClerkConfirmsThem() throws Exception {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(SU))) {
      ScriptedClerk clerk = DemoStaff.clerk(stage.terminal(), HallClock.system());
      var left = stage.visit(Script.smooth(SU).withoutFace().with(clerk));
      assertEquals("collected", left.outcome().code());
      assertFalse(left.has(VisitEvent.FaceCompared.class));
      assertEquals(
          List.of(
              new VisitEvent.CoSigned(
                  left.ended().visit(), clerk.number(), List.of("ONE_TIME_CODE", "PIN"))),
          left.events().stream().filter(VisitEvent.CoSigned.class::isInstance).toList());
      assertTrue(
          left.moments().stream().noneMatch(Moment.LookAtCamera.class::isInstance),
          "no camera screen");
    }
  }

  @Test
  void whoCannotTurnTheHeadMakesOtherMovements() throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(SU))) {
      var left = stage.visit(Script.smooth(SU).notAbleTo(Set.of(Challenge.TURN_LEFT)));
      assertEquals("collected", left.outcome().code());
      assertTrue(
          left.events().stream()
              .anyMatch(event ->
                  event
                          instanceof
                          VisitEvent.PadAssessed(var _, var _, var _, var challenge, var movements)
                      && challenge.equals("PASSED")
                      && !movements.contains("turn-left")));
    }
  }

  /**
   * The record of a process that is not ours: the chip was spoken to, and only under secure
   * messaging.
   */
  private static void assertNotReadInTheClear(VisitStage stage) throws IOException {
    String apdus = Files.readString(stage.world().cardDaemon().orElseThrow().log());
    assertTrue(apdus.contains("0C B0"), "protected READ BINARY");
    assertFalse(apdus.contains("4C 49 4E 3C 3C"), "the holder's name in the clear");
  }

  @Test
  void secondVisitFindsNothingMoreToCollect() throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      assertEquals("collected", stage.visit(Script.smooth(LIN)).outcome().code());
      stage.terminal().settle();
      assertEquals("nothing-to-collect", stage.visit(Script.smooth(LIN)).outcome().code());
    }
  }

  @Test
  void blankSheetIsNeverPrinted() throws IOException, InterruptedException {
    assertSpoiledBy(Mechanics.Fault.BLANK);
  }

  @Test
  void wrongSheetNumberIsNeverPrinted() throws IOException, InterruptedException {
    assertSpoiledBy(Mechanics.Fault.WRONG_NUMBER);
  }

  private void assertSpoiledBy(Mechanics.Fault fault) throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      stage.world().mechanics().plant(fault);
      var left = stage.visit(Script.smooth(LIN));
      assertInstanceOf(VisitOutcome.PartlyCollected.class, left.outcome());
      assertFalse(left.has(IssuanceEvent.Printed.class));
      assertTrue(
          left.has(IssuanceEvent.Spoiled.class) || left.has(IssuanceEvent.Unknown.class),
          () -> left.events().toString());
      stage.terminal().settle();
      assertEquals(0, stage.world().registry().validLicences(ORDER, ORIGINAL));
      assertEquals(0, stage.world().mechanics().taken().size());
    }
  }

  @Test
  void sheetThatNobodyTakesIsKeptAndTheCopyStaysPending() throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      var left = stage.visit(Script.smooth(LIN).leavingSheets());
      var partly = assertInstanceOf(VisitOutcome.PartlyCollected.class, left.outcome());
      assertEquals(VisitOutcome.StopReason.NOT_TAKEN, partly.reason());
      assertTrue(left.has(IssuanceEvent.Retained.class));
      assertEquals(1, stage.world().mechanics().retained().size());
      stage.terminal().settle();
      assertEquals(0, stage.world().registry().validLicences(ORDER, ORIGINAL));
      var again = stage.visit(Script.smooth(LIN));
      assertEquals("collected", again.outcome().code());
      stage.terminal().settle();
      assertEquals(1, stage.world().registry().validLicences(ORDER, ORIGINAL));
    }
  }

  @Test
  void leavingWhilePrintingChangesNothingButTheScreens() throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      var left =
          stage.visit(
              Script.smooth(LIN),
              moment -> {
                if (isPrinting(moment)) {
                  stage.terminal().reception().leave(VisitOutcome.Why.CANCELLED);
                }
              });
      assertEquals(new VisitOutcome.Abandoned(VisitOutcome.Why.CANCELLED), left.outcome());
      stage.terminal().settle();
      assertEquals(1, stage.world().mechanics().retained().size(), "the sheet was kept");
      assertEquals(0, stage.world().registry().validLicences(ORDER, ORIGINAL));
      assertTrue(stage.world().registry().openIssuances().isEmpty());
    }
  }

  private static boolean isPrinting(Moment moment) {
    return moment instanceof Moment.Printing(var _, var _, var _, var stage)
        && stage == Moment.Printing.Stage.PRINTING;
  }

  @Test
  void printerThatIsOffIsNoticedBeforeAnybodyIsLedIn() throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      stage.world().printer().ifPresent(VirtualPrinter::close);
      var left = stage.visit(Script.smooth(LIN));
      assertEquals(new VisitOutcome.ServiceUnavailable(Part.PRINTER), left.outcome());
      assertFalse(left.has(IssuanceEvent.class));
      assertEquals("service-unavailable", left.ended().outcome());
    }
  }

  @Test
  void readerThatIsGoneEndsTheVisitKindly() throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      stage.world().cardDaemon().ifPresent(PrintedVisitE2eTest::kill);
      stage.world().cardReader().unplug();
      var left = stage.visit(Script.smooth(LIN).withoutDocument());
      assertEquals(new VisitOutcome.ServiceUnavailable(Part.DOCUMENT_READER), left.outcome());
      assertFalse(left.has(IssuanceEvent.class));
    }
  }

  private static void kill(SmartCardDaemon daemon) {
    try {
      daemon.kill();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void grantedLicenceIsFinishedWithoutNetworkAndSentOnceItIsBack()
      throws IOException, InterruptedException {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      var cut = new AtomicBoolean();
      var left =
          stage.visit(
              Script.smooth(LIN),
              moment -> {
                if (isPrinting(moment) && cut.compareAndSet(false, true)) {
                  stage.world().cutNetwork();
                }
              });
      var partly = assertInstanceOf(VisitOutcome.PartlyCollected.class, left.outcome());
      assertEquals(
          List.of(ORIGINAL), partly.copies().stream().map(copy -> copy.copy().code()).toList());
      assertEquals(VisitOutcome.StopReason.REGISTRY_UNREACHABLE, partly.reason());
      assertTrue(left.has(VisitEvent.WishNoted.class), "what was not granted is noted");
      stage.world().mendNetwork();
      var registry = stage.world().registry();
      // A registry that was silent is left alone for a while.
      Patience back = Patience.of(Duration.ofSeconds(60), HallClock.system());
      do {
        stage.terminal().settle();
      } while (!registry.openIssuances().isEmpty() && back.pause(Duration.ofMillis(200)));
      assertEquals(1, registry.validLicences(ORDER, ORIGINAL));
      assertTrue(registry.openIssuances().isEmpty());
      assertEquals(
          1,
          registry.events(stage.terminal().journal().head().journalId()).stream()
              .filter(event -> event.type().equals("visit.wish-noted"))
              .count());
      assertEquals("collected", stage.visit(Script.smooth(LIN)).outcome().code());
      stage.terminal().settle();
      assertEquals(1, registry.validLicences(ORDER, ORIGINAL));
      assertEquals(1, registry.validLicences(ORDER, DUPLICATE));
    }
  }
}
