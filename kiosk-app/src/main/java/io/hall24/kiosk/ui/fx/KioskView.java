package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Touches;
import io.hall24.kiosk.ui.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The whole panel: strips, page, and what lies over them. Used on the toolkit's thread only. */
final class KioskView extends StackPane {
  private static final double USUAL_TEXT = 34;
  private static final double PANEL_WIDTH = 788;

  private final Hall hall;
  private final Touches touches;
  private Appearance appearance;
  private Strips strips;
  private final VBox frame = new VBox();
  private final StackPane veil = new StackPane();
  private Optional<ScreenState> shown = Optional.empty();
  private Optional<PageView> page = Optional.empty();
  private boolean helpOpen;

  KioskView(Hall hall, Appearance appearance, Touches touches) {
    this.hall = hall;
    this.touches = touches;
    this.appearance = appearance;
    this.strips = strips();
    getStyleClass()
        .addAll("kiosk", appearance.shape() == Appearance.Shape.PORTRAIT ? "upright" : "flat");
    veil.getStyleClass().add("veil");
    getChildren().addAll(frame, veil);
    dress();
  }

  private Strips strips() {
    return new Strips(hall, appearance, this::change, this::openHelp, touches::wayOut);
  }

  Appearance appearance() {
    return appearance;
  }

  /** Changes how everything looks; what it says stays. */
  void change(UnaryOperator<Appearance> how) {
    appearance = how.apply(appearance);
    strips = strips();
    page.flatMap(PageView::mirror).ifPresent(MirrorView::wipe);
    page = Optional.empty();
    dress();
    shown.ifPresent(this::draw);
  }

  private void dress() {
    setStyle("-fx-font-size: " + USUAL_TEXT * appearance.size().factor() + "px");
    getStylesheets().setAll(sheet("layout.css"), sheet(appearance.scheme().file()));
    setPrefSize(appearance.shape().width(), appearance.shape().height());
    setMinSize(appearance.shape().width(), appearance.shape().height());
    setMaxSize(appearance.shape().width(), appearance.shape().height());
  }

  private static String sheet(String file) {
    return Objects.requireNonNull(KioskView.class.getResource(file), file).toExternalForm();
  }

  /** Shows a state. */
  void show(ScreenState state) {
    draw(state);
  }

  private void draw(ScreenState state) {
    boolean samePage =
        page.isPresent() && shown.map(ScreenState::page).equals(Optional.of(state.page()));
    if (!samePage && !page.map(view -> view.follow(state.page())).orElse(false)) {
      page.flatMap(PageView::mirror).ifPresent(MirrorView::wipe);
      place(new PageView(state.page(), appearance));
    }
    shown = Optional.of(state);
    strips.show(state.conditions(), state.page().wayOut());
    page.orElseThrow().timeLeft(state.timeLeft());
    drawVeil(state);
  }

  private void place(PageView view) {
    page = Optional.of(view);
    VBox.setVgrow(view, Priority.ALWAYS);
    view.setMinHeight(0);
    if (appearance.reach() == Appearance.Reach.LOW) {
      frame.getChildren().setAll(view, strips.top(), strips.bottom());
    } else {
      frame.getChildren().setAll(strips.top(), view, strips.bottom());
    }
  }

  private void drawVeil(ScreenState state) {
    Optional<VBox> panel = helpOpen ? Optional.of(help()) : warning(state);
    veil.setVisible(panel.isPresent());
    veil.getChildren().setAll(panel.stream().toList());
  }

  private Optional<VBox> warning(ScreenState state) {
    return state
        .timeLeft()
        .filter(ScreenState.TimeLeft::warns)
        .map(time -> {
          Labels labels = new Labels(appearance);
          Words text = Words.of("screen.warning.text", time.seconds());
          Button more =
              labels.button(Words.of("screen.warning.more"), "main", PANEL_WIDTH, time.more());
          more.setId("more-time");
          return panel(
              labels.first(Words.of("screen.warning.title"), "headline"),
              labels.second(Words.of("screen.warning.title")),
              labels.first(text),
              labels.second(text),
              more);
        });
  }

  private VBox help() {
    Labels labels = new Labels(appearance);
    Button close =
        labels.button(Words.of("screen.help.close"), "main", PANEL_WIDTH, this::closeHelp);
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

  private static VBox panel(javafx.scene.Node... lines) {
    VBox panel = new VBox(lines);
    panel.getStyleClass().add("panel");
    panel.setAlignment(Pos.CENTER_LEFT);
    panel.setMaxHeight(USE_PREF_SIZE);
    return panel;
  }

  private void openHelp() {
    helpOpen = true;
    touches.help(true);
    shown.ifPresent(this::drawVeil);
  }

  private void closeHelp() {
    helpOpen = false;
    touches.help(false);
    shown.ifPresent(this::drawVeil);
  }

  /** Shows a picture of the camera if there is a preview. */
  void picture(int[] argb) {
    page.flatMap(PageView::mirror).ifPresent(view -> view.picture(argb));
  }

  /** Forgets page and pictures. */
  void wipe() {
    page.flatMap(PageView::mirror).ifPresent(MirrorView::wipe);
  }
}
