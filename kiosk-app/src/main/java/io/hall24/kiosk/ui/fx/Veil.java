package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Words;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/**
 * What lies over a page: help, the warning that time runs out, or the choice of size and colours.
 * All are built once; while the seconds run only words change, so that a press that lasts longer
 * than a second is not lost.
 */
final class Veil extends StackPane {
  private static final double WIDTH = 800;
  private static final double FLAT_WIDTH = 1300;
  private static final double EDGES = 118;
  private static final double GAP = 24;
  private static final double FLAT_GAP = 14;
  private static final int STAFF = 1;
  private static final int SECOND_LANGUAGE = 2;

  private final Labels labels;
  private final boolean flat;
  private final Touched touched;
  private final Label secondsFirst = Labels.plain("");
  private final Label secondsBelow = Labels.plain("", "second");
  private final Column help;
  private final Column warning;
  private final Column display;
  private Runnable more = () -> {};

  /** What can be touched on it. */
  interface Touched {
    void closeHelp();

    void closeDisplay();

    void change(UnaryOperator<Appearance> how);
  }

  /** In an appearance. */
  Veil(Hall hall, Appearance appearance, Touched touched) {
    this.labels = new Labels(appearance);
    this.flat = appearance.shape() == Appearance.Shape.LANDSCAPE;
    this.touched = touched;
    this.help = help(hall);
    this.warning = warning();
    this.display = display(appearance);
    getStyleClass().add("veil");
    setFocusTraversable(true);
    getChildren().setAll(warning, help, display);
    show(false, false, Optional.empty());
  }

  private Column warning() {
    return panel("screen.warning.title")
        .keep(secondsFirst)
        .hint(secondsBelow, SECOND_LANGUAGE)
        .keep(button("screen.warning.more", "more-time", () -> more.run()));
  }

  private Column help(Hall hall) {
    Words call = Words.of("screen.help.call");
    Words tell = Words.of("screen.help.tell", hall.terminal());
    return panel("screen.help.title")
        .keep(labels.first(call, "title"))
        .hint(labels.second(call), SECOND_LANGUAGE)
        .keep(labels.first(tell, "title"))
        .hint(labels.second(tell), SECOND_LANGUAGE)
        .hint(labels.first(Words.of("screen.help.staff")), STAFF)
        .keep(labels.first(Words.of("screen.help.clock")))
        .keep(button("screen.help.close", "close-help", touched::closeHelp));
  }

  private Column display(Appearance appearance) {
    return panel("screen.display.title")
        .keep(new DisplayPanel(appearance, width(), touched::change).choices())
        .keep(button("screen.display.close", "close-display", touched::closeDisplay));
  }

  private Button button(String key, String id, Runnable press) {
    Button button = labels.button(Words.of(key), "main", width(), press);
    button.setId(id);
    return button;
  }

  private double width() {
    return flat ? FLAT_WIDTH : WIDTH;
  }

  private Column panel(String title) {
    Words words = Words.of(title);
    Column panel = new Column(flat ? FLAT_GAP : GAP);
    panel.getStyleClass().add("panel");
    panel.setPrefWidth(width() + EDGES);
    panel.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return panel
        .keep(new Headline(words.in(labels.texts())))
        .hint(labels.second(words), SECOND_LANGUAGE);
  }

  /**
   * Shows help if it is open, else the warning if time runs out, else the choice of size and
   * colours if it is open, else nothing.
   */
  void show(boolean helpOpen, boolean displayOpen, Optional<ScreenState.TimeLeft> timeLeft) {
    var warns = timeLeft.filter(ScreenState.TimeLeft::warns).filter(_ -> !helpOpen);
    warns.ifPresent(time -> {
      Words text = Words.of("screen.warning.text", time.seconds());
      secondsFirst.setText(text.in(labels.texts()));
      secondsBelow.setText(text.in(labels.otherTexts()));
    });
    more = warns.map(ScreenState.TimeLeft::more).orElse(() -> {});
    boolean choosing = displayOpen && !helpOpen && warns.isEmpty();
    shown(help, helpOpen);
    shown(warning, warns.isPresent());
    shown(display, choosing);
    setVisible(helpOpen || warns.isPresent() || choosing);
  }

  private static void shown(Node panel, boolean shown) {
    panel.setVisible(shown);
    panel.setManaged(shown);
  }
}
