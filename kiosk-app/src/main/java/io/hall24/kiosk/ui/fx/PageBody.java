package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Card;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.Picture;
import io.hall24.kiosk.ui.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Draws the picture and the cards of a page. */
final class PageBody {
  private static final double SERVICE_PADDING = 118;
  private static final double CHOICE_PADDING = 96;

  private final Appearance appearance;
  private final Labels labels;
  private final Runnable keyed;
  private Optional<MirrorView> mirror = Optional.empty();

  /**
   * For one page.
   *
   * @param keyed is called when something was typed
   */
  PageBody(Appearance appearance, Labels labels, Runnable keyed) {
    this.appearance = appearance;
    this.labels = labels;
    this.keyed = keyed;
  }

  private double leftWidth() {
    return PageView.leftWidth(appearance.shape());
  }

  /** The preview, if the page has one. */
  Optional<MirrorView> mirror() {
    return mirror;
  }

  /** The picture; empty when the page has only cards. */
  Optional<Region> picture(Page page) {
    return switch (page.picture()) {
      case Picture.None() -> Optional.empty();
      case Picture.Service(var closed, var start) -> Optional.of(service(closed, start));
      case Picture.Notice(var _, var paragraphs) -> {
        VBox card = new VBox(24);
        card.getStyleClass().add("card");
        paragraphs.forEach(words -> card.getChildren().add(labels.first(words)));
        yield Optional.of(new Fitted(card, false));
      }
      case Picture.Drawing(var motif) -> Optional.of(Motifs.of(motif));
      case Picture.Keypad(var entry) ->
          Optional.of(new KeypadView(entry, appearance.shape(), labels, keyed));
      case Picture.Mirror(var progress, var promise) -> {
        var view = new MirrorView(appearance.shape(), progress, promise, labels);
        mirror = Optional.of(view);
        yield Optional.of(view);
      }
      case Picture.Choices(var choices) -> Optional.of(new Fitted(choices(choices), false));
      case Picture.Sheet(var face) ->
          Optional.of(
              new Fitted(
                  new SheetView(face, labels), appearance.shape() == Appearance.Shape.LANDSCAPE));
      case Picture.Printer(var done, var stages) -> Optional.of(printer(done, stages));
    };
  }

  private Region service(Optional<Words> closed, Runnable start) {
    Words name = Words.of("screen.home.collect");
    Words hint =
        closed
            .<Words>map(reason -> Words.of("screen.home.collect.closed", reason))
            .orElse(Words.of("screen.home.collect.hint"));
    VBox words =
        new VBox(
            10,
            labels.first(name, "name"),
            labels.first(hint),
            labels.second(name),
            labels.second(hint));
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox face = new HBox(32, words, Motifs.licence());
    face.setAlignment(Pos.CENTER_LEFT);
    Button button = labels.button(face, name, "service", leftWidth(), SERVICE_PADDING, start);
    button.setId("service");
    button.setDisable(closed.isPresent());
    return button;
  }

  private Region choices(java.util.List<Picture.Choice> choices) {
    VBox all = new VBox(28);
    for (Picture.Choice choice : choices) {
      VBox face = new VBox(8, labels.first(choice.title(), "title"));
      choice.lines().forEach(line -> face.getChildren().add(labels.first(line, "soft")));
      all.getChildren()
          .add(
              labels.button(
                  face, choice.title(), "choice", leftWidth(), CHOICE_PADDING, choice.press()));
    }
    return all;
  }

  private Region printer(int done, java.util.List<Words> stages) {
    Region drawing = Motifs.printer(done, stages.size());
    VBox.setVgrow(drawing, Priority.ALWAYS);
    Region filled = new Region();
    filled.getStyleClass().add("track-done");
    StackPane track = new StackPane(filled);
    track.getStyleClass().add("track");
    StackPane.setAlignment(filled, Pos.CENTER_LEFT);
    filled
        .maxWidthProperty()
        .bind(track.widthProperty().multiply((done + 1.0) / (stages.size() + 1)));
    VBox card =
        new VBox(
            24,
            drawing,
            track,
            labels.first(stages.get(done), "bold"),
            labels.second(stages.get(done)));
    card.getStyleClass().add("card");
    return card;
  }

  /** A card. */
  Node card(Card card) {
    VBox box = new VBox();
    box.getStyleClass().add("card");
    switch (card.tone()) {
      case PLAIN -> {}
      case GOOD -> box.getStyleClass().add("good");
      case ATTENTION -> box.getStyleClass().add("attention");
    }
    card.title().ifPresent(title -> box.getChildren().add(labels.first(title, "title")));
    int number = 1;
    for (Words line : card.lines()) {
      Label text = labels.first(line);
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
