package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.licence.QrPattern;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Card;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.Picture;
import io.hall24.kiosk.ui.SearchEntry;
import io.hall24.kiosk.ui.ServiceList;
import io.hall24.kiosk.ui.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Draws the picture and the cards of a page. */
final class PageBody {
  private static final double GAP = 28;
  private static final double FLAT_GAP = 20;
  private static final double SERVICE_PADDING = 118;
  private static final double CHOICE_PADDING = 96;
  private static final double LEAST_DRAWING = 200;
  private static final double LEAST_TEXT = 320;
  private static final double LEAST_LIST = 640;
  private static final double LEAST_PAD = 260;
  private static final double LEAST_TILES = 268;
  private static final double LEAST_CODE = 300;
  private static final double LEAST_FLAT_CODE = 150;
  private static final double SMALLEST_LETTERS = 0.824;
  private static final int ONLY_IF_ROOM = 90;
  private static final int HINT = 80;
  private static final int DRAWING = 70;
  private static final int SECOND_LANGUAGE = 60;

  private final Page page;
  private final Appearance appearance;
  private final Labels labels;
  private final Runnable keyed;
  private Optional<MirrorView> mirror = Optional.empty();
  private Optional<Region> read = Optional.empty();
  private Optional<Region> touched = Optional.empty();

  /**
   * For one page.
   *
   * @param keyed is called when something was typed
   */
  PageBody(Page page, Appearance appearance, Labels labels, Runnable keyed) {
    this.page = page;
    this.appearance = appearance;
    this.labels = labels;
    this.keyed = keyed;
  }

  private double leftWidth() {
    return PageView.leftWidth(page, appearance);
  }

  private boolean flat() {
    return appearance.shape() == Appearance.Shape.LANDSCAPE;
  }

  private boolean low() {
    return !flat() && appearance.reach() == Appearance.Reach.LOW;
  }

  private boolean large() {
    return appearance.size().factor() > 1;
  }

  /** The preview, if the page has one. */
  Optional<MirrorView> mirror() {
    return mirror;
  }

  /** Adds the picture. */
  void picture(Column column) {
    switch (page.picture()) {
      case Picture.None() -> {}
      case Picture.Service(var closed, var start, var others) -> {
        column.keep(service(closed, start));
        int columns = flat() || low() || !large() ? 3 : 2;
        column.versions(
            List.of(tiles(others, columns, true), tiles(others, columns, false)), SECOND_LANGUAGE);
      }
      case Picture.Tiles(var tiles) ->
          column.text(
              new Folded(tiles(tiles, flat() && !large() ? 3 : 2, true), 1, labels), LEAST_TILES);
      case Picture.Services(var list) ->
          column.picture(services(list), flat() || low() ? LEAST_TEXT : LEAST_LIST, 0);
      case Picture.Code(var text, var caption) ->
          column.picture(code(text, caption), flat() ? LEAST_FLAT_CODE : LEAST_CODE, 0);
      case Picture.Search _ -> throw new IllegalStateException("a page places its parts itself");
      case Picture.Notice(var _, var paragraphs) -> {
        VBox card = new VBox(24);
        card.getStyleClass().add("card");
        paragraphs.forEach(words -> card.getChildren().add(labels.first(words)));
        column.text(new Folded(card, 1, labels), LEAST_TEXT);
      }
      case Picture.Drawing(var motif) -> column.picture(stage(motif), LEAST_DRAWING, DRAWING);
      case Picture.Keypad(var entry) -> {
        var view = new KeypadView(entry, appearance, labels, keyed);
        if (low()) {
          read = Optional.of(view.takePlaces());
        }
        column.keep(view);
      }
      case Picture.Signing(var pad) ->
          column.picture(
              new SignatureView(pad, labels, leftWidth(), flat() || low() || large(), keyed),
              LEAST_PAD,
              0);
      case Picture.Mirror(var progress, var _) -> {
        var view = new MirrorView(appearance.shape(), progress);
        mirror = Optional.of(view);
        column.keep(view);
      }
      case Picture.Choices(var choices) ->
          column.text(new Folded(choices(choices), 1, labels), LEAST_TEXT);
      case Picture.Several(var basket) ->
          column.text(
              new Folded(
                  new BasketView(
                      basket,
                      labels,
                      leftWidth(),
                      flat() ? FLAT_GAP : GAP,
                      low() && large() ? 0 : flat() || low() || large() ? 1 : 2,
                      keyed),
                  1,
                  labels),
              LEAST_TEXT);
      case Picture.Sheet(var face) -> {
        var view = new SheetView(face, appearance, labels);
        if (low()) {
          touched = Optional.of(view.takeExplain());
        }
        column.text(new Folded(view, smallestLetters(), labels), LEAST_TEXT);
      }
      case Picture.Printer(var done, var stages) ->
          column.picture(printer(done, stages), LEAST_DRAWING, 0);
    }
  }

  /** On a panel that lies on its side a sheet has its smallest letters from the start. */
  private double smallestLetters() {
    return flat() ? 1 : SMALLEST_LETTERS;
  }

  /** Adds what belongs to the picture and is only read. */
  void read(Column column) {
    read.ifPresent(column::keep);
  }

  /** Adds what belongs to the picture and is touched, where the picture itself is only read. */
  void touched(Column column) {
    touched.ifPresent(column::keep);
  }

  /** Adds a drawing that only fills what would be left empty. */
  void filler(Column column) {
    Optional<Picture.Motif> motif =
        switch (page.picture()) {
          case Picture.Notice _ -> Optional.of(Picture.Motif.NOTICE);
          case Picture.Keypad(var entry) ->
              Optional.of(
                  switch (entry.kind()) {
                    case CAN -> Picture.Motif.CARD_NUMBER;
                    case ZONE_DIGITS, ZONE_LETTERS -> Picture.Motif.ZONE;
                    case SECRET -> Picture.Motif.COUNTER;
                  });
          case Picture.Choices _ -> Optional.of(Picture.Motif.KEPT);
          case Picture.Tiles _ -> Optional.of(Picture.Motif.COUNTER);
          case Picture.Service(var closed, var _, var _) -> closed.map(_ -> Picture.Motif.COUNTER);
          default -> Optional.empty();
        };
    motif.ifPresent(drawn -> column.picture(stage(drawn), LEAST_DRAWING, ONLY_IF_ROOM));
  }

  private static Region stage(Picture.Motif motif) {
    StackPane stage = new StackPane(Motifs.of(motif));
    stage.getStyleClass().addAll("card", "stage");
    stage.setMinSize(0, 0);
    return stage;
  }

  private Region service(Optional<Words> closed, Runnable start) {
    Words name = Words.of("screen.home.collect");
    Words hint =
        closed
            .<Words>map(reason -> Words.of("screen.home.collect.closed", reason))
            .orElse(Words.of("screen.home.collect.hint"));
    VBox words = new VBox(10, labels.first(name, "name"));
    // In low reach the reason stands above, where it is only read.
    boolean small = (large() && (low() || flat())) || (low() && closed.isPresent());
    if (!small) {
      words.getChildren().add(labels.first(hint));
    }
    boolean second = !low() && closed.isEmpty();
    if (second && (!large() || !flat())) {
      words.getChildren().add(labels.second(name));
    }
    if (second && !flat()) {
      words.getChildren().add(labels.second(hint));
    }
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox face = new HBox(32, words);
    if (!large()) {
      face.getChildren().add(Motifs.licence());
    }
    face.setAlignment(Pos.CENTER_LEFT);
    Button button = labels.button(face, name, "service", leftWidth(), SERVICE_PADDING, start);
    button.setId("service");
    button.setDisable(closed.isPresent());
    return button;
  }

  private TilesView tiles(List<Picture.Tile> tiles, int columns, boolean second) {
    return new TilesView(
        tiles,
        labels,
        leftWidth(),
        columns,
        flat() || low() ? FLAT_GAP : GAP,
        second && !large() && !low());
  }

  private ServiceRows services(ServiceList list) {
    var rows = new ServiceRows(labels, leftWidth(), true, true, list::choose, list::open);
    rows.show(list.items(), list.first());
    return rows;
  }

  /** The code, and what it is for. */
  private Column code(String text, Words caption) {
    Column card = new Column(14);
    QrPattern.of(text)
        .ifPresent(pattern -> card.picture(new CodeView(pattern), LEAST_FLAT_CODE * 2 / 3, 0));
    Label below = labels.first(caption, "soft");
    below.setMaxWidth(Double.MAX_VALUE);
    below.setAlignment(Pos.CENTER);
    below.setTextAlignment(TextAlignment.CENTER);
    card.hint(below, HINT);
    card.getStyleClass().add("card");
    return card;
  }

  /** The parts of a search. */
  SearchView search(SearchEntry entry, double rowsWidth) {
    return new SearchView(entry, labels, leftWidth(), rowsWidth, low());
  }

  private VBox choices(List<Picture.Choice> choices) {
    VBox all = new VBox(flat() ? FLAT_GAP : GAP);
    for (Picture.Choice choice : choices) {
      VBox face = new VBox(8, labels.first(choice.title(), "title"));
      List<Words> lines =
          flat() || (low() && large())
              ? List.of(new Words.Joined(choice.lines(), Words.verbatim(" · ")))
              : choice.lines();
      lines.forEach(line -> face.getChildren().add(labels.first(line, "soft")));
      all.getChildren()
          .add(
              labels.button(
                  face, choice.title(), "choice", leftWidth(), CHOICE_PADDING, choice.press()));
    }
    return all;
  }

  private Column printer(int done, List<Words> stages) {
    Region filled = new Region();
    filled.getStyleClass().add("track-done");
    StackPane track = new StackPane(filled);
    track.getStyleClass().add("track");
    StackPane.setAlignment(filled, Pos.CENTER_LEFT);
    filled
        .maxWidthProperty()
        .bind(track.widthProperty().multiply((done + 1.0) / (stages.size() + 1)));
    Column card =
        new Column(14)
            .picture(Motifs.printer(done, stages.size()), LEAST_DRAWING / 2, DRAWING)
            .keep(track)
            .keep(labels.first(stages.get(done), "bold"))
            .hint(labels.second(stages.get(done)), SECOND_LANGUAGE);
    card.getStyleClass().add("card");
    return card;
  }

  /** Adds the cards that can be done without. */
  void hints(Column column) {
    page.cards().stream()
        .filter(card -> card.tone() == Card.Tone.HINT)
        .forEach(card -> column.hint(card(card), HINT));
  }

  /** The cards that would have to be there, each to be left out where nothing can be folded. */
  void factsAsHints(Column column) {
    int rank = SECOND_LANGUAGE;
    closed().ifPresent(reason -> column.keep(card(reason)));
    for (Card card : page.cards()) {
      if (card.tone() != Card.Tone.HINT) {
        column.hint(card(card), ++rank);
      }
    }
  }

  /** Why the service is closed, for where it has no room of its own to say so. */
  private Optional<Card> closed() {
    return page.picture() instanceof Picture.Service(var closed, var _, var _)
        ? closed.map(reason -> Card.attention(Words.of("screen.home.collect.closed", reason)))
        : Optional.empty();
  }

  /** The cards that have to be there. */
  Optional<Folded> facts() {
    return facts(_ -> true);
  }

  /** Those of the cards that have to be there which are of some kind. */
  Optional<Folded> facts(Predicate<Card> which) {
    VBox cards = new VBox(flat() ? FLAT_GAP : GAP);
    if (flat() && large()) {
      closed().ifPresent(reason -> cards.getChildren().add(card(reason)));
    }
    page.cards().stream()
        .filter(card -> card.tone() != Card.Tone.HINT)
        .filter(which)
        .forEach(card -> cards.getChildren().add(card(card)));
    return cards.getChildren().isEmpty()
        ? Optional.empty()
        : Optional.of(new Folded(cards, 1, labels));
  }

  private VBox card(Card card) {
    VBox box = new VBox();
    box.getStyleClass().add("card");
    if (card.lines().size() == 1 && card.title().isEmpty()) {
      box.getStyleClass().add("line");
    }
    switch (card.tone()) {
      case PLAIN, HINT -> {}
      case GOOD -> box.getStyleClass().add("good");
      case QUIET -> box.getStyleClass().add("shut");
      case ATTENTION -> box.getStyleClass().add("attention");
    }
    card.title().ifPresent(title -> box.getChildren().add(labels.first(title, "title")));
    int number = 1;
    for (Words line : card.lines()) {
      Label text = labels.even(line);
      if (card.numbered()) {
        Label count = Labels.plain(Integer.toString(number++), "number");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        box.getChildren().add(new HBox(24, count, text));
      } else {
        box.getChildren().add(text);
      }
    }
    return box;
  }
}
