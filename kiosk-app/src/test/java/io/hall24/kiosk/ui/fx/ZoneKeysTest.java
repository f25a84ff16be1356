package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.lds.ZoneField;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.QuestionPages;
import io.hall24.kiosk.ui.ScreenState;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** The keys for a passport's number, touched and typed. */
class ZoneKeysTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();
  private static final Appearance UPRIGHT = Appearance.usual(Shape.PORTRAIT);

  private final List<String> given = new ArrayList<>();

  @Test
  void everyCharacterIsAKey() throws InterruptedException {
    TOOLKIT.call(() -> {
      KioskView view = shown(UPRIGHT);
      "L898902C<6"
          .chars()
          .forEach(c -> key(view, c == '<' ? "digit-filler" : "digit-" + (char) c).fire());
      key(view, "action-0").fire();
      return true;
    });
    assertEquals(List.of("L898902C<6"), given);
  }

  @Test
  void whoSitsTurnsTheFirstLineToDigitsAndBack() throws InterruptedException {
    TOOLKIT.call(() -> {
      KioskView view = shown(UPRIGHT.otherReach());
      assertTrue(key(view, "digit-Q").isVisible());
      assertFalse(key(view, "digit-1").isVisible());
      key(view, "board").fire();
      assertFalse(key(view, "digit-Q").isVisible());
      assertFalse(key(view, "digit-M").isVisible());
      assertTrue(key(view, "digit-1").isVisible());
      assertTrue(key(view, "digit-filler").isVisible());
      key(view, "board").fire();
      assertTrue(key(view, "digit-M").isVisible());
      return true;
    });
  }

  @Test
  void aKeyboardTypesAllOfItWhicheverLineIsOpen() throws InterruptedException {
    for (Appearance look : List.of(UPRIGHT, UPRIGHT.otherReach())) {
      given.clear();
      TOOLKIT.call(() -> {
        KioskView view = shown(look);
        "l898902c39".chars().forEach(c -> type(view, (char) c));
        press(view, KeyCode.BACK_SPACE, "");
        type(view, '6');
        press(view, KeyCode.ENTER, "");
        return true;
      });
      assertEquals(List.of("L898902C36"), given);
    }
  }

  private KioskView shown(Appearance look) {
    var now = new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty());
    var question = new Question.EnterZone(ZoneField.NUMBER, Question.EnterZone.Before.NOTHING);
    return Inspection.laidOut(
        new ScreenState(QuestionPages.of(question, given::add), now, Optional.empty()), look);
  }

  private static Button key(KioskView view, String id) {
    return (Button) view.lookup("#" + id);
  }

  private static void type(KioskView view, char c) {
    press(view, KeyCode.getKeyCode(String.valueOf(c).toUpperCase(Locale.ROOT)), String.valueOf(c));
  }

  private static void press(KioskView view, KeyCode code, String text) {
    Event.fireEvent(
        view, new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false));
  }
}
