package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Reach;
import io.hall24.kiosk.ui.Appearance.Scheme;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Appearance.TextSize;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges every screen in every appearance there is: the whole product, which takes minutes, where
 * {@code EveryScreenTest} takes samples of it. Prints each fault; exit code 1 when there is one.
 */
final class EveryLook {
  private EveryLook() {}

  /** With an argument only the screens whose name begins so. */
  public static void main(String[] arguments) throws InterruptedException {
    Toolkit toolkit = Panels.toolkit();
    String beginning = arguments.length == 0 ? "" : arguments[0];
    List<ScreenState> screens =
        Samples.all().stream().filter(state -> state.page().name().startsWith(beginning)).toList();
    List<Appearance> looks = looks();
    int faults = 0;
    for (Appearance look : looks) {
      for (ScreenState state : screens) {
        List<String> found = toolkit.call(() -> Inspection.faults(state, look));
        found.forEach(System.out::println);
        faults += found.size();
      }
    }
    System.out.println(
        screens.size() + " screens in " + looks.size() + " appearances: " + faults + " faults");
    System.exit(faults == 0 ? 0 : 1);
  }

  private static List<Appearance> looks() {
    List<Appearance> looks = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (Locale language : Texts.LANGUAGES) {
        for (TextSize size : TextSize.values()) {
          for (Reach reach : Reach.values()) {
            looks.addAll(schemes(new Appearance(language, size, Scheme.LIGHT, reach, shape)));
          }
        }
      }
    }
    return looks;
  }

  /** Colours change no place: the other schemes are judged in the usual reach. */
  private static List<Appearance> schemes(Appearance look) {
    return look.reach() == Reach.LOW
        ? List.of(look)
        : List.of(Scheme.values()).stream().map(look::coloured).toList();
  }
}
