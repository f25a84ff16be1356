package io.hall24.kiosk.ui.fx;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.QuestionPages;
import io.hall24.kiosk.ui.ScreenState;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;

/**
 * The screen for finding a service on a panel that nobody sees, to measure how long a key takes
 * from the press to a screen that is laid out. Painting is the toolkit's other thread and not in
 * it.
 */
public final class TypingPanel {
  private final Toolkit toolkit;
  private final Finder finder;
  private final HallClock clock;

  /** With a catalogue. */
  public TypingPanel(Toolkit toolkit, Finder finder, HallClock clock) {
    this.toolkit = toolkit;
    this.finder = finder;
    this.clock = clock;
  }

  /**
   * Types on an empty field, key by key.
   *
   * @param letters a to z
   * @return nanoseconds of each key
   */
  public List<Long> type(String letters) throws InterruptedException {
    return toolkit.call(() -> {
      Appearance look = Appearance.usual(Appearance.Shape.PORTRAIT);
      KioskView view = new KioskView(new Hall("H24", "大厅", "Hall"), look, ScreenPictures.NOBODY);
      var _ = new Scene(view, look.shape().width(), look.shape().height());
      var now = new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty());
      view.show(
          new ScreenState(
              QuestionPages.of(new Question.TypeService(finder, ""), _ -> {}),
              now,
              Optional.empty()));
      settle(view);
      List<Long> nanos = new ArrayList<>();
      for (int place = 0; place < letters.length(); place++) {
        Button key = (Button) view.lookup("#key-" + letters.charAt(place));
        long start = clock.nanoTime();
        key.fire();
        settle(view);
        nanos.add(clock.nanoTime() - start);
      }
      return nanos;
    });
  }

  private static void settle(KioskView view) {
    view.applyCss();
    view.layout();
  }
}
