package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.DigitEntry;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
  private static final List<String> LETTERS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM");
  private static final char FILLER = '<';
  private static final double NARROW = 8;
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
  private final boolean low;
  private boolean lettersFirst;

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
    this.low = appearance.reach() == Appearance.Reach.LOW;
    this.gap = flat ? NEAR : FAR;
    this.entry = entry;
    this.labels = labels;
    this.changed = changed;
    setSpacing(gap * 1.5);
    setAlignment(Pos.BOTTOM_CENTER);
    setMaxWidth(968);
    this.show = key(toggleWords(), "word", entry::toggleShown);
    this.places = places();
    getChildren()
        .setAll(places, entry.kind() == DigitEntry.Kind.ZONE_LETTERS ? letterKeys() : keys());
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

  /**
   * As on a typewriter, which more people know than any other order of letters. For a person who
   * sits there is room for three lines: digits and the first line of letters take turns.
   */
  private GridPane letterKeys() {
    int columns = LETTERS.getFirst().length();
    int taken = low ? 1 : 0;
    GridPane grid = new GridPane(NARROW, NARROW);
    for (int column = 0; column < columns; column++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / columns);
      equal.setFillWidth(true);
      grid.getColumnConstraints().add(equal);
    }
    for (int line = 0; line < LETTERS.size(); line++) {
      for (int place = 0; place < LETTERS.get(line).length(); place++) {
        grid.add(letterKey(LETTERS.get(line).charAt(place)), place, Math.max(0, line - taken));
      }
    }
    Button delete = key(Words.verbatim("←"), "narrow", entry::delete);
    delete.setId("delete-digit");
    delete.setAccessibleText(Words.of("screen.can.delete").in(labels.texts()));
    int last = LETTERS.size() - 1 - taken;
    grid.add(delete, columns - 3, last);
    show.getStyleClass().setAll("button", "key", "narrow");
    grid.add(show, columns - 2, last, 2, 1);
    Button filler = letterKey(FILLER);
    if (low) {
      grid.add(filler, LETTERS.getLast().length() - 1, last);
      grid.add(turning(grid), columns - 1, last - 1);
    } else {
      grid.add(filler, columns - 1, last - 1);
    }
    return grid;
  }

  /** Turns the first line to digits and back, and one letter to the filler. */
  private Button turning(GridPane grid) {
    Button turn = new Button();
    turn.getStyleClass().addAll("key", "narrow");
    turn.setId("board");
    turn.setMaxWidth(Double.MAX_VALUE);
    turn.setOnAction(_ -> turn(grid, turn));
    turn(grid, turn);
    return turn;
  }

  private void turn(GridPane grid, Button turn) {
    lettersFirst = !lettersFirst;
    String letters = LETTERS.get(1) + LETTERS.getLast().charAt(LETTERS.getLast().length() - 1);
    letters.chars().forEach(letter -> keyOf((char) letter, grid).setVisible(lettersFirst));
    (LETTERS.getFirst() + FILLER)
        .chars()
        .forEach(other -> keyOf((char) other, grid).setVisible(!lettersFirst));
    turn.setText(lettersFirst ? "123" : "ABC");
    turn.setAccessibleText(
        Words.of(lettersFirst ? "screen.zone.digits" : "screen.zone.letters").in(labels.texts()));
  }

  private static Node keyOf(char letter, GridPane grid) {
    return grid.getChildren().stream()
        .filter(key -> id(letter).equals(key.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static String id(char letter) {
    return "digit-" + (letter == FILLER ? "filler" : letter);
  }

  private Button letterKey(char letter) {
    Button key =
        key(Words.verbatim(Character.toString(letter)), "letter", () -> entry.type(letter));
    key.setId(id(letter));
    return key;
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
    String what = entry.kind() == DigitEntry.Kind.ZONE_LETTERS ? "screen.zone." : "screen.can.";
    return Words.of(what + (entry.shown() ? "hide" : "show"));
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
