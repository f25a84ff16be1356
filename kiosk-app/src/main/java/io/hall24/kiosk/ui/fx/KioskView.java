package io.hall24.kiosk.ui.fx;

import io.hall24.device.Keypad;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Narrator;
import io.hall24.kiosk.ui.Picture;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Touches;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The whole panel: strips, page, and what lies over them. Used on the toolkit's thread only. */
final class KioskView extends StackPane {
  private static final double USUAL_TEXT = 34;

  /** One lays out and hands over, the next waits until that is painted, then it is there. */
  static final int PULSES_TO_PANEL = 3;

  private final Hall hall;
  private final Touches touches;
  // Read by other threads too.
  private volatile Appearance appearance;
  private Strips strips;
  private final VBox frame = new VBox();
  private final StackPane middle = new StackPane();
  private final Appearance usual;
  private Veil veil;
  private Optional<ScreenState> shown = Optional.empty();
  private Optional<PageView> page = Optional.empty();
  private boolean helpOpen;
  private boolean displayOpen;
  private final FocusRing ring = new FocusRing(this::pressable);
  private final Label caption = Labels.plain("", "caption");
  private Optional<Narrator> narrator = Optional.empty();
  private final Keys keys = new Keys(this);
  private boolean byKeys;
  private boolean veiled;
  private int pages;
  private int touched;
  private boolean echo;

  KioskView(Hall hall, Appearance appearance, Touches touches) {
    this.hall = hall;
    this.touches = touches;
    this.appearance = appearance;
    this.usual = appearance;
    this.strips = strips();
    this.veil = veil();
    VBox.setVgrow(middle, Priority.ALWAYS);
    middle.setMinHeight(0);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::ignoreEcho);
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> stillThere());
    addEventFilter(KeyEvent.KEY_PRESSED, _ -> stillThere());
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> touchedInstead());
    caption.setId("caption");
    caption.setWrapText(true);
    caption.setMaxWidth(Double.MAX_VALUE);
    caption(Optional.empty());
    addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        release -> {
          if (echo) {
            release.consume();
          }
        });
    dress();
  }

  /** The second of two quick touches was not meant for what the first one brought up. */
  private void ignoreEcho(MouseEvent press) {
    echo = press.getClickCount() > 1 && touched != layer();
    if (echo) {
      press.consume();
    } else {
      touched = layer();
    }
  }

  /** Who types or turns leaves is there: their time begins anew. */
  private void stillThere() {
    shown
        .filter(_ -> !veil.isVisible())
        .filter(state ->
            switch (state.page().picture()) {
              case Picture.Search _, Picture.Services _, Picture.Keypad _, Picture.Signing _ ->
                  true;
              default -> false;
            })
        .flatMap(ScreenState::timeLeft)
        .ifPresent(time -> time.more().run());
  }

  /** A number for what lies on top, so that nobody holds on to a page that is gone. */
  private int layer() {
    return veil.isVisible() ? -pages : pages;
  }

  private Veil veil() {
    return new Veil(
        hall,
        appearance,
        new Veil.Touched() {
          @Override
          public void closeHelp() {
            KioskView.this.closeHelp();
          }

          @Override
          public void closeDisplay() {
            choosing(false);
          }

          @Override
          public void change(UnaryOperator<Appearance> how) {
            KioskView.this.change(how);
          }
        });
  }

  private Strips strips() {
    return new Strips(hall, appearance, new Pressed());
  }

  /** What the strips do. */
  private final class Pressed implements Strips.Touched {
    @Override
    public void change(UnaryOperator<Appearance> how) {
      KioskView.this.change(how);
    }

    @Override
    public void help() {
      openHelp();
    }

    @Override
    public void display() {
      choosing(true);
    }

    @Override
    public void leave() {
      touches.wayOut();
    }
  }

  private void choosing(boolean open) {
    displayOpen = open;
    shown.ifPresent(state -> {
      tell(state);
      drawVeil(state);
    });
  }

  Appearance appearance() {
    return appearance;
  }

  /** Changes how everything looks; what it says stays. */
  void change(UnaryOperator<Appearance> how) {
    appearance = how.apply(appearance);
    touches.unhurried(appearance.unhurried());
    strips = strips();
    veil = veil();
    Optional<MirrorView> mirror = page.flatMap(PageView::mirror);
    page = Optional.empty();
    dress();
    mirror.ifPresent(this::forget);
    shown.ifPresent(this::draw);
  }

  private void dress() {
    if (appearance.reach() == Appearance.Reach.LOW) {
      frame.getChildren().setAll(middle, caption, strips.top(), strips.bottom());
    } else {
      frame.getChildren().setAll(strips.top(), middle, caption, strips.bottom());
    }
    getChildren().setAll(frame, veil);
    keys.cover(veil);
    getStyleClass()
        .setAll(
            "kiosk",
            appearance.shape() == Appearance.Shape.PORTRAIT ? "upright" : "flat",
            appearance.size().factor() > 1 ? "large" : "usual",
            appearance.reach() == Appearance.Reach.LOW ? "low" : "near");
    setStyle("-fx-font-size: " + USUAL_TEXT * appearance.size().factor() + "px");
    wear(appearance.scheme());
    setPrefSize(appearance.shape().width(), appearance.shape().height());
    setMinSize(appearance.shape().width(), appearance.shape().height());
    setMaxSize(appearance.shape().width(), appearance.shape().height());
  }

  private void wear(Appearance.Scheme scheme) {
    List<String> sheets = List.of(sheet("layout.css"), sheet(scheme.file()));
    if (!getStylesheets().equals(sheets)) {
      getStylesheets().setAll(sheets);
    }
  }

  /** A dark screen gives no light to a face that is too dark for the camera. */
  private Appearance.Scheme scheme(ScreenState state) {
    return state.page().picture() instanceof Picture.Mirror(var _, var fills) && fills
        ? Appearance.Scheme.LIGHT
        : appearance.scheme();
  }

  private static String sheet(String file) {
    return Objects.requireNonNull(KioskView.class.getResource(file), file).toExternalForm();
  }

  /** Shows a state. */
  void show(ScreenState state) {
    if (newPerson(state)) {
      displayOpen = false;
      byKeys = false;
      change(_ -> usual);
    }
    draw(state);
  }

  /** Who tells what stands here to somebody who does not see it. */
  void listen(Narrator listener) {
    narrator = Optional.of(listener);
    shown.ifPresent(this::tell);
  }

  private void tell(ScreenState state) {
    Narrator.Overlay overlay =
        helpOpen
            ? Narrator.Overlay.HELP
            : displayOpen ? Narrator.Overlay.DISPLAY : Narrator.Overlay.NONE;
    narrator.ifPresent(listener -> listener.shows(state, appearance.language(), overlay));
  }

  /** What is being said. */
  void caption(Optional<String> words) {
    caption.setText(words.orElse(""));
    caption.setVisible(words.isPresent());
    caption.setManaged(words.isPresent());
  }

  /** Does what a key asks for. */
  void press(Keypad.Key key) {
    byKeys = true;
    stillThere();
    switch (key) {
      case UP -> ring.move(-1).ifPresent(button -> chose(button, true));
      case DOWN -> ring.move(1).ifPresent(button -> chose(button, true));
      case SELECT ->
          ring.chosen()
              .ifPresent(button -> {
                button.fire();
                narrator.ifPresent(Narrator::pressed);
              });
      case BACK -> ring.named("way-out").ifPresent(button -> chose(button, true));
      case HELP -> help(!helpOpen);
      case LEFT, RIGHT, LOUDER, SOFTER -> {}
    }
  }

  private void chose(ButtonBase button, boolean moved) {
    narrator.ifPresent(
        listener -> listener.chosen(FocusRing.nameOf(button), isPersonal(button), moved));
  }

  /** What lies on a page about somebody's licences or secret digits names them. */
  private boolean isPersonal(ButtonBase button) {
    boolean onPage = false;
    for (Node node = button; node != null; node = node.getParent()) {
      onPage |= node.equals(middle);
    }
    boolean action = button.getId() != null && button.getId().startsWith("action-");
    return onPage
        && !action
        && shown
            .filter(state ->
                switch (state.page().picture()) {
                  case Picture.Choices _, Picture.Several _, Picture.Sheet _, Picture.Keypad _ ->
                      true;
                  default -> false;
                })
            .isPresent();
  }

  private List<Node> pressable() {
    return veil.isVisible() ? List.of(veil) : List.of(middle, strips.bottom(), strips.top());
  }

  private void touchedInstead() {
    byKeys = false;
    ring.forget();
  }

  /** The next person finds the usual appearance, not what the last one needed. */
  private boolean newPerson(ScreenState state) {
    return state.page().picture() instanceof Picture.Service
        && shown
            .filter(before -> !(before.page().picture() instanceof Picture.Service))
            .isPresent();
  }

  private void draw(ScreenState state) {
    boolean samePage =
        page.isPresent() && shown.map(ScreenState::page).equals(Optional.of(state.page()));
    if (!samePage && !page.map(view -> view.follow(state.page())).orElse(false)) {
      page.flatMap(PageView::mirror).ifPresent(this::forget);
      place(new PageView(state.page(), appearance));
    }
    shown = Optional.of(state);
    wear(scheme(state));
    strips.show(state.conditions(), state.page().wayOut());
    page.orElseThrow().timeLeft(state.timeLeft());
    tell(state);
    drawVeil(state);
    if (byKeys && (!samePage || ring.chosen().isEmpty())) {
      chooseFirst();
    }
  }

  /** The strips stay where they are, so that a press on one is not lost when the page changes. */
  private void place(PageView view) {
    boolean same = page.filter(view::continues).isPresent();
    int focused = same ? Keys.focused(middle) : Keys.NOWHERE;
    page = Optional.of(view);
    pages++;
    middle.getChildren().setAll(view);
    view.setFocusTraversable(true);
    view.requestFocus();
    Keys.focus(middle, focused);
  }

  private void drawVeil(ScreenState state) {
    veil.show(helpOpen, displayOpen, state.timeLeft());
    if (veiled != veil.isVisible()) {
      veiled = veil.isVisible();
      if (byKeys) {
        chooseFirst();
      }
    }
  }

  /** A column decides at its layout what of a page is there to be pressed. */
  private void chooseFirst() {
    applyCss();
    layout();
    ring.first().ifPresent(button -> chose(button, false));
  }

  private void openHelp() {
    help(true);
  }

  private void closeHelp() {
    help(false);
  }

  private void help(boolean open) {
    helpOpen = open;
    touches.help(open);
    shown.ifPresent(state -> {
      tell(state);
      drawVeil(state);
    });
  }

  /** Shows a picture of the camera if there is a preview. */
  void picture(int[] argb) {
    page.flatMap(PageView::mirror).ifPresent(view -> view.picture(argb));
  }

  /** Forgets the pictures, and closes help: whoever asked for it is gone. */
  void wipe() {
    page.flatMap(PageView::mirror).ifPresent(this::forget);
    if (helpOpen) {
      closeHelp();
    }
  }

  /** Nothing of the picture stays, neither here nor in what the toolkit keeps for drawing. */
  private void forget(MirrorView mirror) {
    Node trace = mirror.wipe();
    getChildren().add(trace);
    Pulses.after(PULSES_TO_PANEL, () -> getChildren().remove(trace));
  }
}
