package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.DigitEntry;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Places for digits and a keypad, all in the scene. */
final class KeypadView extends VBox {
  private static final int UPRIGHT_COLUMNS = 3;
  private static final int FLAT_COLUMNS = 4;
  private static final double NEAR = 12;
  private static final double FAR = 16;

  private final DigitEntry entry;
  private final Labels labels;
  private final Runnable changed;
  private final List<Label> digits = new ArrayList<>();
  private final List<StackPane> boxes = new ArrayList<>();
  private final Button show;
  private final HBox places;
  private final boolean flat;
  private final double gap;

  /**
   * For an entry.
   *
   * @param changed is called after every key
   */
  KeypadView(DigitEntry entry, Appearance appearance, Labels labels, Runnable changed) {
    this.flat =
        appearance.shape() == Appearance.Shape.LANDSCAPE
            || appearance.reach() == Appearance.Reach.LOW
            || appearance.size().factor() > 1;
    this.gap = flat ? NEAR : FAR;
    this.entry = entry;
    this.labels = labels;
    this.changed = changed;
    setSpacing(gap * 1.5);
    setAlignment(Pos.BOTTOM_CENTER);
    setMaxWidth(968);
    this.show = key(toggleWords(), "word", entry::toggleShown);
    this.places = places();
    getChildren().setAll(places, keys());
    refresh();
  }

  /** The places, which nobody touches; taken out, to stand elsewhere. */
  Region takePlaces() {
    getChildren().remove(places);
    return places;
  }

  private HBox places() {
    HBox row = new HBox(gap);
    for (int place = 0; place < entry.places(); place++) {
      Label digit = Labels.plain("");
      StackPane box = new StackPane(digit);
      box.getStyleClass().add("place-box");
      HBox.setHgrow(box, Priority.ALWAYS);
      box.setPrefWidth(140);
      digits.add(digit);
      boxes.add(box);
      row.getChildren().add(box);
    }
    return row;
  }

  /** Four keys in a row where height is dear, three as on a telephone otherwise. */
  private GridPane keys() {
    int columns = flat ? FLAT_COLUMNS : UPRIGHT_COLUMNS;
    GridPane grid = new GridPane(gap, gap);
    for (int column = 0; column < columns; column++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / columns);
      equal.setFillWidth(true);
      grid.getColumnConstraints().add(equal);
    }
    for (int digit = 1; digit <= 9; digit++) {
      grid.add(digitKey(digit), (digit - 1) % 3, (digit - 1) / 3);
    }
    Button delete = key(Words.of("screen.can.delete"), "word", entry::delete);
    delete.setId("delete-digit");
    grid.add(digitKey(0), flat ? 3 : 1, flat ? 2 : 3);
    if (entry.mayBeShown()) {
      grid.add(show, flat ? 3 : 0, flat ? 1 : 3);
    }
    grid.add(delete, flat ? 3 : 2, flat ? 0 : 3);
    return grid;
  }

  private Button digitKey(int digit) {
    Button key =
        key(
            Words.verbatim(Integer.toString(digit)),
            "digit",
            () -> entry.type((char) ('0' + digit)));
    key.setId("digit-" + digit);
    return key;
  }

  private Button key(Words words, String kind, Runnable press) {
    Button key = new Button(words.in(labels.texts()));
    key.getStyleClass().addAll("key", kind);
    key.setMaxWidth(Double.MAX_VALUE);
    key.setWrapText(true);
    key.setTextAlignment(TextAlignment.CENTER);
    key.setOnAction(_ -> {
      press.run();
      refresh();
    });
    return key;
  }

  private Words toggleWords() {
    return Words.of(entry.shown() ? "screen.can.hide" : "screen.can.show");
  }

  private void refresh() {
    for (int place = 0; place < entry.places(); place++) {
      digits.get(place).setText(entry.place(place));
      boxes.get(place).getStyleClass().remove("next");
    }
    if (entry.count() < entry.places()) {
      boxes.get(entry.count()).getStyleClass().add("next");
    }
    show.setText(toggleWords().in(labels.texts()));
    changed.run();
  }
}
