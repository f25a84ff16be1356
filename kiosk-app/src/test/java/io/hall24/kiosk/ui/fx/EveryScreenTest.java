package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Scheme;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Appearance.TextSize;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/**
 * What a screen is made of, in every appearance: letters, words and pictures fit, can be read, and
 * can be touched. One screen stands for those that differ only in their words.
 */
class EveryScreenTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();

  private static final Set<String> KINDS =
      Set.of(
          "home",
          "home-offline",
          "home-night",
          "home-closed",
          "choose-theme",
          "choose-service",
          "type-service-pinyin",
          "type-service-digits",
          "show-service",
          "show-service-here",
          "fill-basket",
          "rate",
          "confirm-receipt",
          "show-old-sheet-again",
          "ended-nothing-to-collect-yet",
          "ended-partly-collected-for-others",
          "consent",
          "enter-can-again",
          "enter-zone-number",
          "enter-zone-mistyped",
          "call-clerk-WRONG",
          "clerk-pin",
          "face-TURN_LEFT",
          "take-sheet-duplicate",
          "face-SEVERAL_FACES",
          "choose-order",
          "confirm-order-JOINT_STOCK_COMPANY",
          "printing-PRINTING",
          "ended-partly-UNCLEAR",
          "time-warning");

  private static List<String> faults(Stream<Appearance> looks, Set<String> names)
      throws InterruptedException {
    List<String> found = new ArrayList<>();
    List<ScreenState> screens = Samples.all();
    for (Appearance look : looks.toList()) {
      for (ScreenState state : screens) {
        if (names.contains(state.page().name())) {
          found.addAll(TOOLKIT.call(() -> Inspection.faults(state, look)));
        }
      }
    }
    return found;
  }

  private static Stream<Appearance> both(Appearance look) {
    return Texts.LANGUAGES.stream().map(look::in);
  }

  @Test
  void everyKindOfScreenIsRightOnAnUprightPanel() throws InterruptedException {
    assertEquals(List.of(), faults(both(Appearance.usual(Shape.PORTRAIT)), KINDS));
  }

  @Test
  void everyKindOfScreenIsRightOnAPanelThatLiesOnItsSide() throws InterruptedException {
    assertEquals(List.of(), faults(both(Appearance.usual(Shape.LANDSCAPE)), KINDS));
  }

  @Test
  void everyKindOfScreenIsRightInTheLargestLetters() throws InterruptedException {
    Stream<Appearance> looks =
        Stream.of(Shape.values())
            .flatMap(shape -> both(Appearance.usual(shape).sized(TextSize.EXTRA_LARGE)));
    assertEquals(List.of(), faults(looks, KINDS));
  }

  @Test
  void everyKindOfScreenIsRightInEveryScheme() throws InterruptedException {
    Stream<Appearance> looks =
        Stream.of(Scheme.values())
            .filter(scheme -> scheme != Scheme.LIGHT)
            .map(scheme -> Appearance.usual(Shape.PORTRAIT).coloured(scheme));
    assertEquals(List.of(), faults(looks, KINDS));
  }

  @Test
  void whoSitsReachesEverything() throws InterruptedException {
    Appearance low = Appearance.usual(Shape.PORTRAIT).otherReach();
    Stream<Appearance> looks =
        Stream.of(TextSize.MEDIUM, TextSize.EXTRA_LARGE).flatMap(size -> both(low.sized(size)));
    assertEquals(
        List.of(),
        faults(
            looks,
            Set.of(
                "home-closed",
                "home-starting",
                "confirm-order-JOINT_STOCK_COMPANY",
                "enter-can",
                "enter-zone-number",
                "choose-order",
                "choose-way",
                "choose-theme",
                "choose-service",
                "type-service-pinyin",
                "show-service",
                "fill-basket",
                "confirm-receipt",
                "consent")));
  }

  @Test
  void aSheetExplainedIsRightToo() throws InterruptedException {
    ScreenState sheet =
        Samples.all().stream()
            .filter(state -> state.page().name().equals("confirm-order-JOINT_STOCK_COMPANY"))
            .findFirst()
            .orElseThrow();
    List<String> found = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (TextSize size : List.of(TextSize.MEDIUM, TextSize.EXTRA_LARGE)) {
        for (Appearance look : both(Appearance.usual(shape).sized(size)).toList()) {
          found.addAll(TOOLKIT.call(() -> explained(sheet, look)));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static List<String> explained(ScreenState sheet, Appearance look) {
    KioskView view = Inspection.laidOut(sheet, look);
    ((Button) view.lookup("#explain")).fire();
    view.applyCss();
    view.layout();
    Label any =
        view.lookupAll(".soft").stream()
            .filter(node ->
                node instanceof Label label
                    && label
                        .getText()
                        .equals(Words.of("screen.explain.name").in(Texts.of(look.language()))))
            .map(Label.class::cast)
            .findFirst()
            .orElseThrow();
    assertTrue(any.isVisible());
    return Inspection.faults(view, sheet, look);
  }
}
