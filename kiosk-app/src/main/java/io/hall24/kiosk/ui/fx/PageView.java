package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Action;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Card;
import io.hall24.kiosk.ui.DigitEntry;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.Picture;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.SearchEntry;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
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
  private static final double FLAT_GAP = 20;
  private static final double WORDS_WIDTH = 760;
  private static final double WIDE_WORDS_WIDTH = 880;
  private static final double SLIM_WORDS_WIDTH = 660;
  private static final double LEAST_TEXT = 320;
  private static final double LEAST_LIST = 150;
  private static final int SECOND_LANGUAGE = 60;
  private static final int NOTE = 70;

  /** Something is awaited from the person, and for how long is said. */
  private static final Set<Picture.Motif> AWAITED =
      Set.of(Picture.Motif.PLACE_DOCUMENT, Picture.Motif.SHOW_CODE, Picture.Motif.DEPOSIT);

  private final Appearance appearance;
  private final Labels labels;
  private final PageBody body;
  private final List<Headline> headlines = new ArrayList<>();
  private final Label headlineBelow;
  private final Label timeLeft;
  private final List<Button> actions = new ArrayList<>();
  private final VBox end;
  private Page page;

  PageView(Page page, Appearance appearance) {
    this.page = page;
    this.appearance = appearance;
    this.labels = new Labels(appearance);
    this.body = new PageBody(page, appearance, labels, this::keyed);
    this.headlineBelow = labels.second(page.headline(), page.detail());
    this.timeLeft = labels.first(page.note().orElse(Words.verbatim("")), "soft");
    double edge = low() ? GAP / 2 : gap();
    setPadding(new Insets(gap(), MARGIN, edge, MARGIN));
    setSpacing(gap());
    setMinHeight(0);
    for (Action action : page.actions()) {
      actions.add(button(action));
    }
    this.end = end();
    page.step().ifPresent(step -> getChildren().add(new StepBar(step, labels)));
    Region content = content();
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().add(content);
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

  private double gap() {
    boolean tight =
        appearance.shape() == Appearance.Shape.LANDSCAPE
            || (low() && appearance.size().factor() > 1);
    return tight ? FLAT_GAP : GAP;
  }

  private double actionWidth() {
    int count = page.actions().size();
    double width =
        appearance.shape() == Appearance.Shape.PORTRAIT
            ? leftWidth(page, appearance)
            : wordsWidth(page, appearance);
    return (width - GAP * (count - 1)) / count;
  }

  /** How wide the column with the picture is. */
  static double leftWidth(Page page, Appearance appearance) {
    double width = appearance.shape().width() - 2 * MARGIN;
    return appearance.shape() == Appearance.Shape.PORTRAIT
        ? width
        : width - wordsWidth(page, appearance) - MARGIN;
  }

  /** Words and pictures share the width by what needs it more. */
  private static double wordsWidth(Page page, Appearance appearance) {
    boolean large = appearance.size().factor() > 1;
    return switch (page.picture()) {
      case Picture.Mirror _ -> WORDS_WIDTH;
      case Picture.Search _ -> WORDS_WIDTH;
      case Picture.Keypad(var entry) when entry.kind() == DigitEntry.Kind.ZONE_LETTERS ->
          WORDS_WIDTH;
      case Picture.Sheet _ -> large ? WORDS_WIDTH : SLIM_WORDS_WIDTH;
      case Picture.Drawing _ -> page.cards().isEmpty() ? WORDS_WIDTH : WIDE_WORDS_WIDTH;
      default -> large ? WIDE_WORDS_WIDTH : WORDS_WIDTH;
    };
  }

  /** Whether it is another state of the same screen. */
  boolean continues(PageView before) {
    return page.name().equals(before.page.name());
  }

  /** The keypad's main action waits for the last digit. */
  private void keyed() {
    switch (page.picture()) {
      case Picture.Keypad(var entry) ->
          actions.forEach(button -> button.setDisable(!entry.complete()));
      case Picture.Signing(var pad) -> actions.getLast().setDisable(!pad.complete());
      case Picture.Several(var basket) ->
          actions.forEach(button -> button.setDisable(basket.isEmpty()));
      default -> {}
    }
  }

  /** Headline and detail, under them the other language if there is room. */
  private void words(Column column) {
    VBox both = firstWords(true);
    both.getChildren().add(headlineBelow);
    List<Region> versions = new ArrayList<>(List.of(both, firstWords(true), firstWords(false)));
    if (page.picture() instanceof Picture.Service) {
      versions.add(greeting(page.headline().in(labels.texts()).lines().toList().getLast()));
    }
    column.versions(versions, SECOND_LANGUAGE);
  }

  private static Headline greeting(String words) {
    Headline headline = new Headline(words);
    headline.getStyleClass().add("greeting");
    return headline;
  }

  private VBox firstWords(boolean detailed) {
    String said = page.headline().in(labels.texts());
    Headline headline =
        page.picture() instanceof Picture.Service ? greeting(said) : new Headline(said);
    headlines.add(headline);
    VBox words = new VBox(6, headline);
    page.detail()
        .filter(_ -> detailed)
        .ifPresent(detail -> words.getChildren().add(labels.even(detail, "detail")));
    return words;
  }

  private Region content() {
    if (page.picture() instanceof Picture.Search(var entry)) {
      return search(entry);
    }
    if (appearance.shape() == Appearance.Shape.LANDSCAPE) {
      return landscape();
    }
    return low() ? halves() : portrait();
  }

  private boolean low() {
    return appearance.shape() == Appearance.Shape.PORTRAIT
        && appearance.reach() == Appearance.Reach.LOW;
  }

  /** The keys stand where a hand is, what they find above them or beside. */
  private Region search(SearchEntry entry) {
    boolean flat = appearance.shape() == Appearance.Shape.LANDSCAPE;
    double rowsWidth = flat ? wordsWidth(page, appearance) : leftWidth(page, appearance);
    SearchView view = body.search(entry, rowsWidth);
    Column read = new Column(gap());
    words(read);
    read.keep(view.field()).picture(view.list(), LEAST_LIST, 0);
    if (flat) {
      Column keys = new Column(gap()).rest().keep(view.keys());
      return new TwoColumns(keys, read, end, Optional.empty(), rowsWidth);
    }
    if (low()) {
      Column keys = new Column(gap()).keep(view.keys());
      return new Halves(read, keys, appearance.shape().height() / 2.0, gap());
    }
    return read.keep(view.keys()).keep(end);
  }

  /** What is read above, what is touched below the middle of the panel. */
  private Region halves() {
    Column upper = new Column(gap());
    Column lower = new Column(gap());
    words(upper);
    boolean touched =
        switch (page.picture()) {
          case Picture.Service _,
              Picture.Tiles _,
              Picture.Services _,
              Picture.Keypad _,
              Picture.Several _,
              Picture.Signing _,
              Picture.Choices _ ->
              true;
          default -> false;
        };
    if (touched) {
      body.picture(lower);
    } else {
      body.picture(upper);
    }
    body.hints(upper);
    if (page.picture() instanceof Picture.Service) {
      body.factsAsHints(upper);
    } else {
      body.facts().ifPresent(facts -> upper.text(facts, LEAST_TEXT));
    }
    body.filler(upper);
    upper.rest();
    body.read(upper);
    mirrorNote(upper);
    if (noted()) {
      upper.keep(timeLeft);
    }
    body.touched(lower);
    if (!actions.isEmpty()) {
      lower.keep(end);
    }
    return new Halves(upper, lower, appearance.shape().height() / 2.0, gap());
  }

  private Region portrait() {
    Column column = new Column(gap());
    words(column);
    boolean last = page.picture() instanceof Picture.Keypad;
    if (last) {
      body.filler(column);
    } else {
      body.picture(column);
    }
    body.hints(column);
    body.facts().ifPresent(facts -> column.text(facts, LEAST_TEXT));
    if (last) {
      column.rest();
      body.picture(column);
    } else {
      body.filler(column);
      column.rest();
    }
    mirrorNote(column);
    if (!end.getChildren().isEmpty()) {
      column.keep(end);
    }
    return column;
  }

  /** It stands under the picture of it; what to do about it stands beside. */
  private static boolean whatHappened(Card card) {
    return card.tone() == Card.Tone.PLAIN;
  }

  /** The picture stands left, words and actions right; facts where there is room for them. */
  private Region landscape() {
    Column left = new Column(gap());
    Column right = new Column(gap());
    words(right);
    if (page.picture() instanceof Picture.Code) {
      body.picture(right);
      body.facts(_ -> true).ifPresent(facts -> left.text(facts, LEAST_TEXT));
      left.rest();
      return new TwoColumns(left, right, end, Optional.empty(), wordsWidth(page, appearance));
    }
    body.picture(left);
    body.hints(right);
    boolean split = page.picture() instanceof Picture.Drawing;
    if (split) {
      body.facts(PageView::whatHappened).ifPresent(facts -> left.text(facts, LEAST_TEXT));
    }
    Predicate<Card> movable = split ? card -> !whatHappened(card) : _ -> true;
    Optional<Folded> under = body.facts(movable);
    Optional<Folded> beside = body.facts(movable);
    under.ifPresent(facts -> left.text(facts, LEAST_TEXT));
    beside.ifPresent(facts -> right.text(facts, LEAST_TEXT));
    body.filler(right);
    right.rest();
    mirrorNote(right);
    left.rest();
    return new TwoColumns(
        left,
        right,
        end,
        under.map(facts ->
            new TwoColumns.Facts(
                facts, beside.orElseThrow(), page.picture() instanceof Picture.Service)),
        wordsWidth(page, appearance));
  }

  /** Nobody has to read it while looking at the camera. */
  private void mirrorNote(Column column) {
    if (hasMirror()) {
      column.hint(timeLeft, NOTE);
    }
  }

  private VBox end() {
    VBox end = new VBox(gap());
    if (!actions.isEmpty()) {
      HBox row = new HBox(GAP);
      row.getChildren().addAll(actions);
      end.getChildren().add(row);
    }
    timeLeft.setMaxWidth(Double.MAX_VALUE);
    timeLeft.setAlignment(Pos.CENTER);
    timeLeft.setTextAlignment(TextAlignment.CENTER);
    if (noted() && !low()) {
      end.getChildren().add(timeLeft);
    }
    return end;
  }

  private boolean noted() {
    return !hasMirror() && (page.note().isPresent() || asks());
  }

  private boolean hasMirror() {
    return page.picture() instanceof Picture.Mirror;
  }

  private boolean asks() {
    return page.wayOut() == Page.WayOut.OPEN
        && switch (page.picture()) {
          case Picture.Choices _ -> true;
          case Picture.Drawing(var motif) when AWAITED.contains(motif) -> true;
          default -> !actions.isEmpty();
        };
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
    headlines.forEach(headline -> headline.setText(next.headline().in(labels.texts())));
    headlineBelow.setText(next.headline().in(labels.otherTexts()));
    page = next;
    return true;
  }

  Optional<MirrorView> mirror() {
    return body.mirror();
  }
}
