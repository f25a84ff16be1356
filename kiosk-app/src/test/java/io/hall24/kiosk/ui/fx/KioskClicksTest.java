package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Host;
import io.hall24.kiosk.ui.Kiosk;
import io.hall24.kiosk.ui.LeapingClock;
import io.hall24.kiosk.ui.Samples;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finger at the panel; what stands behind it is told by a thread of the test. */
class KioskClicksTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();
  private static final String WRONG = "000000";
  private static final int NOTED = 128;

  private final LeapingClock clock = new LeapingClock();
  private final Finger finger = new Finger(TOOLKIT);
  private final Visitor visitor = new Visitor();
  private final KioskWindow window = open();
  private final Kiosk kiosk = new Kiosk(window, visitor, Samples.HALL, Samples.WAITING, clock);
  private final Thread people = Thread.ofVirtual().name("visits").unstarted(this::receive);

  private static KioskWindow open() {
    try {
      return KioskWindow.open(
          TOOLKIT, Samples.HALL, Appearance.usual(Appearance.Shape.PORTRAIT), () -> {});
    } catch (InterruptedException ends) {
      throw new IllegalStateException(ends);
    }
  }

  /** What a visit asks, and what it heard. */
  private static final class Visitor implements Host {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> paperIsOut = new CompletableFuture<>();
    private volatile Thread serving = Thread.currentThread();
    private volatile Optional<VisitOutcome.Why> leaves = Optional.empty();
    private volatile Conditions.Network network = Conditions.Network.ONLINE;

    @Override
    public Conditions conditions() {
      return new Conditions(LocalTime.NOON, network, Optional.empty());
    }

    @Override
    public void serve(Purpose purpose, Dialogue ask) {
      leaves = Optional.empty();
      serving = Thread.currentThread();
      try {
        tell(ask);
      } catch (InterruptedException left) {
        ask.show(new Moment.Ended(new VisitOutcome.Abandoned(leaves.orElseThrow())));
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private void tell(Dialogue ask) throws InterruptedException, ExecutionException {
      heard.add(ask.ask(new Question.Consent()).name());
      enterCan(ask);
      if (network == Conditions.Network.OFFLINE) {
        ask.show(new Moment.Ended(new VisitOutcome.NotedForLater(NOTED)));
        return;
      }
      heard.add(
          ask.ask(new Question.ChooseOrder(List.of(Samples.order("cha"), Samples.order("studio"))))
              .orderId());
      heard.add(ask.ask(new Question.ConfirmOrder(Samples.order("cha"))).name());
      var copy = new Copy.Original();
      ask.show(new Moment.Printing(copy, 1, 1, Moment.Printing.Stage.PREPARING));
      var _ = paperIsOut.get();
      ask.show(new Moment.TakeSheet(copy, 1, 1));
      ask.show(new Moment.Ended(new VisitOutcome.Collected("9999", List.of())));
    }

    /** As the chip of a document does, which opens with other digits only. */
    private void enterCan(Dialogue ask) throws InterruptedException {
      boolean refused = false;
      do {
        heard.add(ask.ask(new Question.EnterCan(refused)).digits());
        refused = true;
      } while (heard.getLast().equals(WRONG));
    }

    @Override
    public void rate(Dialogue ask) {}

    @Override
    public void leave(VisitOutcome.Why why) {
      heard.add(why.name());
      leaves = Optional.of(why);
      serving.interrupt();
    }
  }

  private void receive() {
    try {
      kiosk.run();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @BeforeEach
  void serve() {
    window.connect(kiosk);
    people.start();
  }

  @AfterEach
  void close() throws InterruptedException {
    kiosk.stop();
    people.interrupt();
    people.join();
    window.close();
  }

  private void beginAndConsent() throws InterruptedException {
    finger.tap("#service");
    finger.awaitHeadline("告知");
    finger.tap("#action-0");
    finger.awaitHeadline("六位数字");
  }

  private void untilTheWarning() throws InterruptedException {
    clock.leap(Samples.WAITING.question().minus(Samples.WAITING.warning()));
    var _ = finger.await("#more-time");
  }

  @Test
  void aWholeVisitLeadsFromTheFirstScreenBackToIt() throws InterruptedException {
    beginAndConsent();
    finger.type("240317");
    finger.tap("#action-0");
    finger.awaitHeadline("选择要领取");
    finger.tap(".choice");
    finger.awaitHeadline("核对");
    finger.tap("#action-1");
    finger.awaitHeadline("正本");
    visitor.paperIsOut.complete(true);
    finger.awaitHeadline("请收好");
    assertEquals(
        List.of("FACE", "240317", Samples.order("cha").orderId(), "CORRECT"), visitor.heard);
    finger.tap("#action-0");
    finger.awaitHeadline("再见");
    clock.leap(Duration.ofSeconds(5));
    var _ = finger.await("#service");
  }

  @Test
  void theLanguageChangesInTheMiddleAndWhatWasTypedStays() throws InterruptedException {
    beginAndConsent();
    finger.type("2403");
    finger.tap("#language");
    finger.awaitHeadline("six digits");
    finger.type("17");
    finger.tap("#action-0");
    finger.awaitHeadline("Choose the licence");
    assertEquals(List.of("FACE", "240317"), visitor.heard);
  }

  @Test
  void oneTapGivesAllOfTheTimeAgain() throws InterruptedException {
    beginAndConsent();
    untilTheWarning();
    finger.tap("#more-time");
    finger.awaitWords(".soft", "60 ");
    assertFalse(finger.sees("#more-time"));
    untilTheWarning();
    finger.tap("#more-time");
    finger.awaitWords(".soft", "60 ");
    assertEquals(List.of("FACE"), visitor.heard);
  }

  @Test
  void aPressOnMoreTimeThatLastsLongerThanASecondCounts() throws InterruptedException {
    beginAndConsent();
    untilTheWarning();
    finger.hold("#more-time");
    for (int left = 17; left > 14; left--) {
      clock.leap(Duration.ofSeconds(1));
      finger.awaitWords(".label", Integer.toString(left));
    }
    finger.letGo();
    finger.awaitWords(".soft", "60 ");
    assertEquals(List.of("FACE"), visitor.heard);
  }

  @Test
  void aNervousDoubleTapPressesNothingOfWhatComesNext() throws InterruptedException {
    beginAndConsent();
    finger.tapTwice("#digit-7");
    finger.awaitDigits(2);
    untilTheWarning();
    press("#more-time", 1);
    finger.awaitWords(".soft", "60 ");
    press("#digit-7", 2);
    finger.awaitDigits(2);
    press("#digit-7", 1);
    finger.awaitDigits(3);
  }

  /** As the toolkit reports the second of two quick touches in one place. */
  private void press(String selector, int count) throws InterruptedException {
    Node node = finger.await(selector);
    TOOLKIT.call(() -> {
      for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
        Event.fireEvent(node, touch(type, count));
      }
      return true;
    });
  }

  private static MouseEvent touch(EventType<MouseEvent> type, int count) {
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    return new MouseEvent(
        type,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        count,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  @Test
  void withoutAnAnswerTheVisitEnds() throws InterruptedException {
    beginAndConsent();
    untilTheWarning();
    clock.leap(Samples.WAITING.warning());
    finger.awaitHeadline("时间");
    assertEquals(List.of("FACE", "TIMED_OUT"), visitor.heard);
  }

  @Test
  void helpStopsTheClockAndGoesAway() throws InterruptedException {
    beginAndConsent();
    finger.tap("#help");
    var _ = finger.await("#close-help");
    clock.leap(Samples.WAITING.question().multipliedBy(2));
    finger.awaitWords(".soft", "暂停");
    finger.tap("#close-help");
    finger.awaitWords(".soft", " 秒");
    assertFalse(finger.sees("#close-help"));
    assertFalse(finger.sees("#more-time"));
    assertEquals(List.of("FACE"), visitor.heard);
  }

  @Test
  void helpThatNobodyClosesEndsWithTheLongestVisit() throws InterruptedException {
    beginAndConsent();
    finger.tap("#help");
    var _ = finger.await("#close-help");
    clock.leap(Samples.WAITING.longest());
    finger.awaitHeadline("已结束");
    assertFalse(finger.sees("#close-help"));
    assertEquals(List.of("FACE", "TOO_LONG"), visitor.heard);
  }

  @ParameterizedTest
  @ValueSource(strings = {"告知", "六位数字", "选择要领取", "核对"})
  void theWayOutIsOpenOnEveryQuestion(String headline) throws InterruptedException {
    goOnTo(headline);
    finger.tap("#way-out");
    finger.awaitHeadline("已结束");
    assertEquals("CANCELLED", visitor.heard.getLast());
    assertFalse(visitor.heard.contains("CORRECT"));
  }

  /** What is pressed on each page, up to the one with this headline. */
  private void goOnTo(String headline) throws InterruptedException {
    for (var step :
        List.of(
            Map.entry("告知", "#service"),
            Map.entry("六位数字", "#action-0"),
            Map.entry("选择要领取", "#action-0"),
            Map.entry("核对", ".choice"))) {
      if (step.getKey().equals("选择要领取")) {
        finger.type("240317");
      }
      finger.tap(step.getValue());
      finger.awaitHeadline(step.getKey());
      if (step.getKey().equals(headline)) {
        return;
      }
    }
  }

  @Test
  void wrongDigitsAreAskedForAgainAndNothingOfThemStays() throws InterruptedException {
    beginAndConsent();
    finger.type(WRONG);
    finger.tap("#action-0");
    finger.awaitDigits(0);
    finger.type("240317");
    finger.tap("#action-0");
    finger.awaitHeadline("选择要领取");
    assertEquals(List.of("FACE", WRONG, "240317"), visitor.heard);
  }

  @Test
  void withTheRegistryStoppedEveryPageSaysSoAndTheWishIsNoted() throws InterruptedException {
    beginAndConsent();
    finger.awaitWords("#network", "在线");
    visitor.network = Conditions.Network.OFFLINE;
    finger.awaitWords("#network", "网络中断");
    finger.type("240317");
    finger.tap("#action-0");
    finger.awaitHeadline("已登记，尚未受理");
    finger.awaitWords("#network", "网络中断");
    assertTrue(finger.words().contains(Integer.toString(NOTED)), "the number is told");
    finger.tap("#action-0");
    finger.awaitHeadline("再见");
    clock.leap(Duration.ofSeconds(5));
    var _ = finger.await("#service");
    finger.awaitWords("#network", "网络中断");
  }

  @Test
  void enterOnAKeyboardConfirmsTheDigitsThatWereTyped() throws InterruptedException {
    beginAndConsent();
    press(KeyCode.TAB);
    for (KeyCode digit :
        List.of(
            KeyCode.DIGIT2,
            KeyCode.DIGIT4,
            KeyCode.DIGIT0,
            KeyCode.DIGIT3,
            KeyCode.DIGIT1,
            KeyCode.DIGIT7)) {
      press(digit);
    }
    finger.awaitDigits(6);
    press(KeyCode.ENTER);
    finger.awaitHeadline("选择要领取");
    assertEquals(List.of("FACE", "240317"), visitor.heard);
  }

  @Test
  void whoUsesKeysFindsAButtonChosenAsSoonAsThePageIsThere() throws InterruptedException {
    press(KeyCode.TAB);
    press(KeyCode.SPACE);
    finger.awaitHeadline("告知");
    assertEquals("action-0", TOOLKIT.call(() -> window.view().lookup(".button:chosen")).getId());
  }

  /** As a keyboard does, to whatever has the focus. */
  private void press(KeyCode key) throws InterruptedException {
    TOOLKIT.call(() -> {
      Node focused = window.view().getScene().getFocusOwner();
      String letter = key.isDigitKey() ? key.getName() : "";
      for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        Event.fireEvent(
            focused, new KeyEvent(type, letter, letter, key, false, false, false, false));
      }
      return true;
    });
  }

  @Test
  void aPressOnAStripCountsEvenIfTheScreenChangesUnderIt() throws InterruptedException {
    beginAndConsent();
    finger.type("240317");
    finger.hold("#help");
    TOOLKIT.call(() -> {
      ((Button) finger.find("#action-0").orElseThrow()).fire();
      return true;
    });
    finger.awaitHeadline("选择要领取");
    finger.letGo();
    var _ = finger.await("#close-help");
    assertEquals(List.of("FACE", "240317"), visitor.heard);
  }
}
