package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AudioOutput.Outlet;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.Hands;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Kiosk;
import io.hall24.kiosk.ui.fx.KioskWindow;
import io.hall24.kiosk.ui.fx.Listener;
import io.hall24.kiosk.ui.fx.Toolkit;
import io.hall24.kiosk.ui.voice.Phrase;
import io.hall24.kiosk.ui.voice.VoiceGuide;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A holder who sees nothing collects a licence at the whole terminal, whose printer is {@code
 * ippeveprinter}: what is said is all they know, and nine keys are all they touch. Their hands lay
 * the card down, their head turns, and they take the sheets, each when a voice asks for it.
 */
@Tag("e2e")
final class BlindJourneyE2eTest {
  private static final InventedPerson SU = InventedPerson.SU_WANQING;
  private static final HallClock CLOCK = HallClock.system();
  private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

  private final Listener person = new Listener(new Phrase("", ZH, false, Optional.empty()));
  private final LinkedBlockingQueue<VisitOutcome> outcomes = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init")
  BlindJourneyE2eTest() {}

  /** Moves the head as the voice asks, again and again until it asks for something else. */
  private void moveTheHead(Hands hands) {
    Patience visit = Patience.of(Duration.ofMinutes(5), CLOCK);
    try {
      while (visit.pause(Duration.ofMillis(20))) {
        asked().ifPresent(hands::perform);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was asked of the face last, where that was a movement. */
  private Optional<Challenge> asked() {
    for (Listener.Heard heard : person.heard().reversed()) {
      for (Step.Prompt.Kind kind : Step.Prompt.Kind.values()) {
        if (heard.text().startsWith(Texts.of(ZH).text("screen.face." + kind.name()))) {
          return Challenge.askedBy(kind);
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void aLicenceIsCollectedByEarAndKeysAtTheWholeTerminal(@TempDir Path directory) throws Exception {
    try (VisitStage stage = VisitStage.setPatiently(directory, Cast.of(SU))) {
      Terminal terminal = stage.terminal();
      Hall hall = new Hall("H24-DEMO-0001", "栖湖区政务服务大厅", "Qihu District Service Hall");
      Toolkit toolkit = Toolkit.headless(DataHome.find().resolve("fonts"));
      KioskWindow window =
          KioskWindow.open(toolkit, hall, Appearance.usual(Appearance.Shape.PORTRAIT), () -> {});
      var host =
          new TerminalHost(terminal, CLOCK, Optional::empty, (outcome, _) -> outcomes.add(outcome));
      var kiosk = new Kiosk(window, host, hall, DemoTerminal.profile(stage.world()).visit(), CLOCK);
      window.connect(kiosk);
      VoiceGuide guide = VoiceGuide.start(window, person, person, hall.terminal(), CLOCK);
      person.isLedBy(guide);
      Thread people = Thread.ofVirtual().start(() -> serve(kiosk));
      Thread head = Thread.ofVirtual().start(() -> moveTheHead(stage.world().hands()));
      try {
        collects(stage.world().hands());
      } finally {
        head.interrupt();
        kiosk.stop();
        people.interrupt();
        people.join();
        guide.close();
        window.close();
      }
      var confirmed =
          stage.eventsAfter(0).stream()
              .filter(VisitEvent.ReceiptConfirmed.class::isInstance)
              .map(VisitEvent.ReceiptConfirmed.class::cast)
              .toList();
      assertEquals("BY_WORD", confirmed.getFirst().how());
      assertTrue(
          person.heard().stream().allMatch(heard -> heard.outlet() == Outlet.HEADSET),
          "nobody else heard it");
    }
  }

  private void collects(Hands hands) throws InterruptedException {
    person.plugIn();
    person.hears("领取营业执照");
    person.chooses("领取营业执照");
    person.hears("告知");
    person.hearsOutAndChooses("同意刷脸");
    person.hears("请把证件放在读卡区");
    hands.placeDocument();
    assertTrue(person.hears("名称：").personal());
    person.hearsOutAndChooses("内容正确");
    person.hears("请取走正本");
    hands.takeSheet();
    person.hears("请取走副本");
    hands.takeSheet();
    person.hears("确认您已收到");
    person.hearsOutAndChooses("不签字");
    person.hears("请取走您的证件");
    hands.takeDocument();
    person.hears("执照已在您手中");
    VisitOutcome outcome = Optional.ofNullable(outcomes.poll(60, TimeUnit.SECONDS)).orElseThrow();
    assertInstanceOf(VisitOutcome.Collected.class, outcome);
    person.hearsOutAndChooses("完成");
    person.hears("满意吗");
  }

  private static void serve(Kiosk kiosk) {
    try {
      kiosk.run();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
