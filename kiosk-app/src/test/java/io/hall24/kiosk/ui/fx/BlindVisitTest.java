package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AudioOutput.Outlet;
import io.hall24.device.Keypad;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.FaceItem;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Host;
import io.hall24.kiosk.ui.Kiosk;
import io.hall24.kiosk.ui.LeapingClock;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.voice.Phrase;
import io.hall24.kiosk.ui.voice.VoiceGuide;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A visit of somebody who hears what the panel says and has nine keys. */
@Timeout(120)
class BlindVisitTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();
  private static final Order ORDER = Samples.order("cha");

  private final LeapingClock clock = new LeapingClock();
  private final Listener person =
      new Listener(new Phrase("", Locale.SIMPLIFIED_CHINESE, false, Optional.empty()));
  private final Visitor visitor = new Visitor();
  private final KioskWindow window = open();
  private final Kiosk kiosk = new Kiosk(window, visitor, Samples.HALL, Samples.WAITING, clock);
  private final Thread people = Thread.ofVirtual().name("visits").unstarted(this::receive);
  private final VoiceGuide guide =
      VoiceGuide.start(window, person, person, Samples.HALL.terminal(), clock);

  private static KioskWindow open() {
    try {
      return KioskWindow.open(
          TOOLKIT, Samples.HALL, Appearance.usual(Appearance.Shape.PORTRAIT), () -> {});
    } catch (InterruptedException ends) {
      throw new IllegalStateException(ends);
    }
  }

  /** What a visit asks, and what it was answered. */
  private static final class Visitor implements Host {
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> paperIsOut = new CompletableFuture<>();
    private volatile Thread serving = Thread.currentThread();
    private volatile Optional<VisitOutcome.Why> leaves = Optional.empty();

    @Override
    public Conditions conditions() {
      return new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty());
    }

    @Override
    public void serve(Purpose purpose, Dialogue ask) {
      serving = Thread.currentThread();
      try {
        answers.add(ask.ask(new Question.Consent()).name());
        answers.add(ask.ask(new Question.EnterCan(false)).digits());
        answers.add(
            ask.ask(new Question.ChooseOrder(List.of(ORDER, Samples.order("studio")))).orderId());
        answers.add(ask.ask(new Question.ConfirmOrder(ORDER)).name());
        var copy = new Copy.Original();
        ask.show(new Moment.Printing(copy, 1, 1, Moment.Printing.Stage.PRINTING));
        var _ = paperIsOut.get();
        ask.show(new Moment.TakeSheet(copy, 1, 1));
        ask.show(new Moment.Ended(new VisitOutcome.Collected("9999", List.of())));
      } catch (InterruptedException left) {
        answers.add(leaves.orElseThrow().name());
        ask.show(new Moment.Ended(new VisitOutcome.Abandoned(leaves.orElseThrow())));
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public void rate(Dialogue ask) {
      // Nobody is asked.
    }

    @Override
    public void leave(VisitOutcome.Why why) {
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
    person.isLedBy(guide);
    window.connect(kiosk);
    people.start();
  }

  @AfterEach
  void close() throws InterruptedException {
    kiosk.stop();
    people.interrupt();
    people.join();
    guide.close();
    window.close();
  }

  private static String name() {
    return Objects.requireNonNull(ORDER.face().items().get(FaceItem.NAME));
  }

  private void consentsAndTypes() throws InterruptedException {
    person.chooses("领取营业执照");
    person.hears("告知");
    person.hearsOutAndChooses("同意刷脸");
    person.hears("六位数字");
    person.hearsOutAndChooses("2");
    person.hears("已输入 1 位");
    String digits = "240317";
    for (int count = 2; count <= digits.length(); count++) {
      person.chooses(digits.substring(count - 1, count));
      person.hears("已输入 " + count + " 位");
    }
    person.chooses("确认数字");
  }

  @Test
  void aLicenceIsCollectedByEarAndKeysOnly() throws Exception {
    person.plugIn();
    person.hears("语音导览已开始");
    person.hears("上下键选择");
    person.hears("领取营业执照");
    consentsAndTypes();
    person.hears("选择要领取");
    person.hearsOutAndChooses(name());
    person.hears("核对");
    assertTrue(person.hears("名称：" + name()).personal());
    person.hears(ORDER.face().authority());
    person.hearsOutAndChooses("内容正确");
    person.hears("正本");
    visitor.paperIsOut.complete(true);
    person.hears("请取走");
    person.hears("请收好");
    assertEquals(List.of("FACE", "240317", ORDER.orderId(), "CORRECT"), visitor.answers);
    assertTrue(
        person.heard().stream().allMatch(heard -> heard.outlet() == Outlet.HEADSET),
        "nobody else heard it");
    assertFalse(
        person.heard().stream().anyMatch(heard -> heard.text().contains("2 4 0 3 1 7")),
        "what was typed is never said");
    person.hearsOutAndChooses("完成");
    person.hears("再见");
  }

  @Test
  void withoutAHeadsetTheHallHearsNothingPersonal() throws Exception {
    person.press(Keypad.Key.DOWN);
    person.hears("语音导览已开始");
    person.chooses("领取营业执照");
    person.hears("告知");
    person.hearsOutAndChooses("同意刷脸");
    person.hears("六位数字");
    person.press(Keypad.Key.DOWN);
    person.hears("插入耳机");
    assertTrue(person.heard().stream().noneMatch(Listener.Heard::personal));
    person.plugIn();
    assertEquals(Outlet.HEADSET, person.hears("六位数字").outlet());
    person.chooses("2");
    person.hears("已输入 1 位");
  }

  @Test
  void pullingTheHeadsetSilencesTheVoiceAndAnyKeyBringsItBack() throws Exception {
    person.plugIn();
    person.hears("领取营业执照");
    person.letTheVoiceTake(Duration.ofSeconds(30));
    person.press(Keypad.Key.LEFT);
    person.pullOut();
    person.letTheVoiceTake(Duration.ofMillis(1));
    person.press(Keypad.Key.LEFT);
    person.hears("领取营业执照");
    assertTrue(person.heard().stream().anyMatch(heard -> !heard.toItsEnd()), "it was cut short");
  }

  @Test
  void aKeyInterruptsAndTheVolumeIsSet() throws Exception {
    person.press(Keypad.Key.HELP);
    person.hears("领取营业执照");
    person.letTheVoiceTake(Duration.ofSeconds(30));
    person.press(Keypad.Key.LEFT);
    person.press(Keypad.Key.RIGHT);
    person.letTheVoiceTake(Duration.ofMillis(1));
    person.press(Keypad.Key.LOUDER);
    Listener.Heard louder = person.hears("音量");
    assertEquals("音量 70", louder.text());
    assertEquals(70, louder.volume());
    person.press(Keypad.Key.HELP);
    person.hears("请拨打政务服务热线 1 2 3 4 5");
    person.hears("H 2 4 , D E M O , 0 0 0 1");
    person.press(Keypad.Key.HELP);
  }

  @Test
  void whoseTimeRunsOutIsToldAndGivenMoreWithOneKey() throws Exception {
    person.plugIn();
    person.hears("领取营业执照");
    person.chooses("领取营业执照");
    person.hears("告知");
    clock.leap(Samples.WAITING.question().minus(Samples.WAITING.warning()));
    person.hears("需要更多时间请按确认键");
    person.hears("我还需要时间，按确认键选择");
    person.press(Keypad.Key.SELECT);
    person.hears("同意刷脸，按确认键选择");
    person.press(Keypad.Key.SELECT);
    person.hears("六位数字");
    assertEquals(List.of("FACE"), visitor.answers);
  }

  @Test
  void theBackKeyLeadsToTheWayOut() throws Exception {
    person.plugIn();
    person.hears("领取营业执照");
    person.chooses("领取营业执照");
    person.hears("告知");
    person.press(Keypad.Key.BACK);
    person.hears("结束办理，按确认键选择");
    person.press(Keypad.Key.SELECT);
    person.hears("办理已结束");
    assertFalse(person.hears("终端编号 H 2 4 , D E M O , 0 0 0 1").personal());
    assertEquals(List.of("CANCELLED"), visitor.answers);
  }
}
