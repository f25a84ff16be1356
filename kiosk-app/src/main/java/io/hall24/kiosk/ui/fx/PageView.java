package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Action;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Card;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.Picture;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.VisitStep;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** One page between the two strips. */
final class PageView extends VBox {
  private static final double MARGIN = 56;
  private static final double GAP = 28;
  private static final double WORDS_WIDTH = 760;

  private final Appearance appearance;
  private final Labels labels;
  private final PageBody body;
  private final Label headline;
  private final Label headlineBelow;
  private final Label timeLeft;
  private final List<Button> actions = new ArrayList<>();
  private Page page;

  PageView(Page page, Appearance appearance) {
    this.page = page;
    this.appearance = appearance;
    this.labels = new Labels(appearance);
    this.body = new PageBody(appearance, labels, this::keyed);
    this.headline = labels.first(page.headline(), "headline");
    this.headlineBelow = labels.second(page.headline(), page.detail());
    this.timeLeft = labels.first(page.note().orElse(Words.verbatim("")), "soft");
    if (page.step().isEmpty() && page.picture() instanceof Picture.Service) {
      headline.getStyleClass().add("greeting");
    }
    setPadding(new Insets(GAP, MARGIN, GAP, MARGIN));
    setSpacing(GAP);
    for (Action action : page.actions()) {
      actions.add(button(action));
    }
    page.step().ifPresent(step -> getChildren().add(steps(step)));
    if (appearance.shape() == Appearance.Shape.PORTRAIT) {
      portrait();
    } else {
      landscape();
    }
    keyed();
  }

  private Button button(Action action) {
    Button button =
        labels.button(
            action.label(),
            action.weight() == Action.Weight.MAIN ? "main" : "even",
            actionWidth(),
            action.press());
    button.setId("action-" + page.actions().indexOf(action));
    return button;
  }

  private double actionWidth() {
    int count = page.actions().size();
    double width =
        appearance.shape() == Appearance.Shape.PORTRAIT
            ? leftWidth(appearance.shape())
            : WORDS_WIDTH;
    return (width - GAP * (count - 1)) / count;
  }

  /** How wide the column with the picture is. */
  static double leftWidth(Appearance.Shape shape) {
    double width = shape.width() - 2 * MARGIN;
    return shape == Appearance.Shape.PORTRAIT ? width : width - WORDS_WIDTH - MARGIN;
  }

  /** The keypad's main action waits for the last digit. */
  private void keyed() {
    if (page.picture() instanceof Picture.Keypad(var entry)) {
      actions.forEach(button -> button.setDisable(!entry.complete()));
    }
  }

  private Node steps(VisitStep now) {
    HBox row = new HBox();
    row.getStyleClass().add("steps");
    for (VisitStep step : VisitStep.values()) {
      Region bar = new Region();
      bar.getStyleClass().add("bar");
      Label name = labels.first(step.words(), "step");
      name.setWrapText(false);
      if (step.compareTo(now) <= 0) {
        bar.getStyleClass().add("done");
        name.getStyleClass().add(step == now ? "now" : "done");
      }
      VBox column = new VBox(8, bar, name);
      column.setPrefWidth(100);
      HBox.setHgrow(column, Priority.ALWAYS);
      row.getChildren().add(column);
    }
    return row;
  }

  private VBox words() {
    VBox words = new VBox(6, headline);
    page.detail().ifPresent(detail -> words.getChildren().add(labels.first(detail, "detail")));
    words.getChildren().add(headlineBelow);
    return words;
  }

  private void portrait() {
    getChildren().add(words());
    VBox middle = new VBox(GAP);
    VBox.setVgrow(middle, Priority.ALWAYS);
    boolean low = appearance.reach() == Appearance.Reach.LOW;
    middle.setAlignment(low ? Pos.BOTTOM_CENTER : Pos.CENTER);
    List<Node> parts = new ArrayList<>();
    body.picture(page).ifPresent(picture -> parts.add(growing(picture)));
    if (touchable()) {
      VBox cards = new VBox(GAP);
      page.cards().forEach(card -> cards.getChildren().add(body.card(card)));
      parts.add(growing(new Fitted(cards, false)));
    } else {
      page.cards().forEach(card -> parts.add(body.card(card)));
    }
    if (low && touchable()) {
      parts.add(parts.removeFirst());
    }
    middle.getChildren().addAll(parts);
    getChildren().add(middle);
    addActions(this);
  }

  private boolean touchable() {
    return page.picture() instanceof Picture.Service;
  }

  private void landscape() {
    VBox left = new VBox(GAP);
    left.setAlignment(Pos.CENTER);
    HBox.setHgrow(left, Priority.ALWAYS);
    VBox right = new VBox(GAP, words());
    right.setMinWidth(WORDS_WIDTH);
    right.setMaxWidth(WORDS_WIDTH);
    right.setPrefWidth(WORDS_WIDTH);
    body.picture(page).ifPresent(picture -> left.getChildren().add(growing(picture)));
    boolean home = page.picture() instanceof Picture.Service;
    List<Card> cards = page.cards();
    VBox facts = new VBox(GAP);
    for (int index = 0; index < cards.size(); index++) {
      (home && index > 0 ? left : facts).getChildren().add(body.card(cards.get(index)));
    }
    Fitted fitted = new Fitted(facts, false);
    VBox.setVgrow(fitted, Priority.ALWAYS);
    right.getChildren().add(fitted);
    addActions(right);
    HBox both = new HBox(MARGIN, left, right);
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().add(both);
  }

  /** Pictures take the room that is left; the preview has its own size. */
  private static Region growing(Region picture) {
    if (!(picture instanceof MirrorView) && !(picture instanceof Button)) {
      VBox.setVgrow(picture, Priority.ALWAYS);
    }
    return picture;
  }

  private void addActions(VBox column) {
    if (!actions.isEmpty()) {
      HBox row = new HBox(GAP);
      row.getChildren().addAll(actions);
      column.getChildren().add(row);
    }
    if (page.step().isPresent()) {
      timeLeft.setMaxWidth(Double.MAX_VALUE);
      timeLeft.setAlignment(Pos.CENTER);
      timeLeft.setTextAlignment(TextAlignment.CENTER);
      column.getChildren().add(timeLeft);
    }
  }

  /** Says how long the question stays open. */
  void timeLeft(Optional<ScreenState.TimeLeft> left) {
    left.ifPresent(time ->
        timeLeft.setText(
            (time.stopped()
                    ? Words.of("screen.time.paused")
                    : Words.of("screen.time.left", time.seconds()))
                .in(labels.texts())));
  }

  /** Shows a later page of the same preview without disturbing the picture. */
  boolean follow(Page next) {
    if (!(next.picture() instanceof Picture.Mirror(var progress, var _)) || mirror().isEmpty()) {
      return false;
    }
    mirror().get().progress(progress);
    headline.setText(next.headline().in(labels.texts()));
    headlineBelow.setText(next.headline().in(io.hall24.kiosk.text.Texts.of(appearance.other())));
    page = next;
    return true;
  }

  Optional<MirrorView> mirror() {
    return body.mirror();
  }
}
