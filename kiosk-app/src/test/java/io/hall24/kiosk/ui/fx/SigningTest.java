package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.ReceiptConfirmation;
import io.hall24.kiosk.journey.Signature;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.QuestionPages;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finger that signs for a licence on the panel. */
class SigningTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();
  private static final Question.ConfirmReceipt QUESTION =
      new Question.ConfirmReceipt(
          List.of(
              new Question.ConfirmReceipt.Handed(
                  "YL-2026-000317",
                  List.of(new VisitOutcome.CollectedCopy(new Copy.Original(), "ZB000001")))));

  private final LinkedBlockingQueue<ReceiptConfirmation> answers = new LinkedBlockingQueue<>();
  private final Finger finger = new Finger(TOOLKIT);
  private KioskWindow window;

  @SuppressWarnings("NullAway.Init")
  SigningTest() {}

  @BeforeEach
  void open() throws InterruptedException {
    window =
        KioskWindow.open(
            TOOLKIT, Samples.HALL, Appearance.usual(Appearance.Shape.PORTRAIT), () -> {});
    Page page = QuestionPages.of(QUESTION, answers::add);
    window.show(
        new ScreenState(
            page,
            new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty()),
            Optional.empty()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private ReceiptConfirmation answer() throws InterruptedException {
    return Optional.ofNullable(answers.poll(60, TimeUnit.SECONDS)).orElseThrow();
  }

  /** Where each stroke began and ended, in tens: a finger is not more exact than the panel. */
  private static List<String> strokes(ReceiptConfirmation answer) {
    try (Signature by = assertInstanceOf(ReceiptConfirmation.Signed.class, answer).by()) {
      return Stream.of(by.path().substring(1).split("M"))
          .map(stroke -> stroke.split("L"))
          .map(points -> "from " + inTens(points[0]) + " to " + inTens(points[points.length - 1]))
          .toList();
    }
  }

  private static String inTens(String point) {
    return Stream.of(point.split(" "))
        .map(place -> Long.toString(Math.round(Integer.parseInt(place) / 10.0) * 10))
        .collect(Collectors.joining(" "));
  }

  @Test
  void whatIsDrawnIsWhatIsKept() throws InterruptedException {
    finger.draws("#sign-field", 0.2, 0.5, 0.6, 0.5);
    finger.draws("#sign-field", 0.8, 0.2, 0.8, 0.8);
    finger.tap("#action-1");
    assertEquals(List.of("from 200 210 to 600 210", "from 800 80 to 800 340"), strokes(answer()));
  }

  @Test
  void theInkStaysWhereItWasDrawnWhenThePageIsDrawnAnew() throws InterruptedException {
    finger.draws("#sign-field", 0.4, 0.5, 0.6, 0.5);
    double share =
        TOOLKIT.call(() -> {
          window.view().change(look -> look.sized(Appearance.TextSize.SMALL));
          window.view().applyCss();
          window.view().layout();
          Bounds paper = inScene("#sign-field");
          return (inScene(".sign-ink").getMinX() - paper.getMinX()) / paper.getWidth();
        });
    assertEquals(0.4, share, 0.02);
  }

  private Bounds inScene(String selector) {
    Node node = window.view().lookup(selector);
    return node.localToScene(node.getBoundsInLocal());
  }

  @Test
  void whoBeginsAgainSignsOnlyWithWhatCameAfter() throws InterruptedException {
    finger.draws("#sign-field", 0.1, 0.1, 0.4, 0.1);
    finger.tap("#sign-again");
    assertFalse(finger.sees("#action-1"), "an empty field is no signature");
    finger.draws("#sign-field", 0.5, 0.5, 0.9, 0.5);
    finger.tap("#action-1");
    assertEquals(List.of("from 500 210 to 900 210"), strokes(answer()));
  }

  @Test
  void aTouchByMistakeDoesNotSign() throws InterruptedException {
    finger.tap("#sign-field");
    assertFalse(finger.sees("#action-1"));
    finger.tap("#action-0");
    assertInstanceOf(ReceiptConfirmation.ByWord.class, answer());
  }

  @Test
  void whatIsSignedStaysWhenLettersGetLarger() throws InterruptedException {
    finger.draws("#sign-field", 0.2, 0.5, 0.6, 0.5);
    TOOLKIT.call(() -> {
      window.view().change(look -> look.sized(Appearance.TextSize.EXTRA_LARGE));
      return true;
    });
    finger.tap("#action-1");
    assertEquals(List.of("from 200 210 to 600 210"), strokes(answer()));
  }
}
