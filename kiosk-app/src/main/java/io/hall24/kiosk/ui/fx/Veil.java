package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What lies over a page: help, or the warning that time runs out. Both are built once; while the
 * seconds run only words change, so that a press that lasts longer than a second is not lost.
 */
final class Veil extends StackPane {
  private static final double PANEL_WIDTH = 788;

  private final Labels labels;
  private final Label secondsFirst;
  private final Label secondsBelow;
  private final VBox help;
  private final VBox warning;
  private Runnable more = () -> {};

  /**
   * In an appearance.
   *
   * @param closeHelp is called when the person has been helped
   */
  Veil(Hall hall, Appearance appearance, Runnable closeHelp) {
    this.labels = new Labels(appearance);
    this.secondsFirst = Labels.plain("");
    this.secondsBelow = Labels.plain("", "second");
    this.help = help(hall, closeHelp);
    this.warning = warning();
    getStyleClass().add("veil");
    getChildren().setAll(warning, help);
    show(false, Optional.empty());
  }

  private VBox warning() {
    Words title = Words.of("screen.warning.title");
    Button button =
        labels.button(Words.of("screen.warning.more"), "main", PANEL_WIDTH, () -> more.run());
    button.setId("more-time");
    return panel(
        labels.first(title, "headline"), labels.second(title), secondsFirst, secondsBelow, button);
  }

  private VBox help(Hall hall, Runnable closeHelp) {
    Button close = labels.button(Words.of("screen.help.close"), "main", PANEL_WIDTH, closeHelp);
    close.setId("close-help");
    Words tell = Words.of("screen.help.tell", hall.terminal());
    return panel(
        labels.first(Words.of("screen.help.title"), "headline"),
        labels.second(Words.of("screen.help.title")),
        labels.first(Words.of("screen.help.call"), "title"),
        labels.second(Words.of("screen.help.call")),
        labels.first(tell, "title"),
        labels.second(tell),
        labels.first(Words.of("screen.help.staff")),
        labels.first(Words.of("screen.help.clock")),
        close);
  }

  private static VBox panel(Node... lines) {
    VBox panel = new VBox(lines);
    panel.getStyleClass().add("panel");
    panel.setAlignment(Pos.CENTER_LEFT);
    panel.setMaxHeight(USE_PREF_SIZE);
    return panel;
  }

  /** Shows help if it is open, else the warning if time runs out, else nothing. */
  void show(boolean helpOpen, Optional<ScreenState.TimeLeft> timeLeft) {
    var warns = timeLeft.filter(ScreenState.TimeLeft::warns).filter(_ -> !helpOpen);
    warns.ifPresent(time -> {
      Words text = Words.of("screen.warning.text", time.seconds());
      secondsFirst.setText(text.in(labels.texts()));
      secondsBelow.setText(text.in(labels.otherTexts()));
    });
    more = warns.map(ScreenState.TimeLeft::more).orElse(() -> {});
    shown(help, helpOpen);
    shown(warning, warns.isPresent());
    setVisible(helpOpen || warns.isPresent());
  }

  private static void shown(Node panel, boolean shown) {
    panel.setVisible(shown);
    panel.setManaged(shown);
  }
}
