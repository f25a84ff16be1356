package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.SearchEntry;
import io.hall24.kiosk.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A field, a keyboard, characters for what was typed and the services found: parts that a page
 * places. For a person who sits everything to touch is keys, and services are chosen by number.
 */
final class SearchView {
  private static final List<String> LETTERS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
  private static final List<String> DIGITS = List.of("1234567890", "-/().,#&+", "@%=:;!*");
  private static final int SLOTS = 10;
  private static final int NUMBERS = 5;
  private static final double GAP = 8;

  private final SearchEntry entry;
  private final Labels labels;
  private final double width;
  private final Label text = Labels.plain("", "typed");
  private final Label letters = Labels.plain("", "typed", "letters");
  private final Label hint;
  private final Label nothing;
  private final HBox field = new HBox();
  private final ServiceRows rows;
  private final StackPane list;
  private final CandidateRow candidates;
  private final Column keys = new Column(GAP);
  private final StackPane boards = new StackPane();

  /**
   * For an entry.
   *
   * @param width of the keyboard, in pixels
   * @param rowsWidth of the list, in pixels
   * @param low whether everything to touch has to be among the keys
   */
  SearchView(SearchEntry entry, Labels labels, double width, double rowsWidth, boolean low) {
    this.entry = entry;
    this.labels = labels;
    this.width = width;
    this.hint = labels.first(Words.of("screen.find.type.hint"), "soft");
    this.nothing = labels.first(Words.of("screen.find.nothing"), "soft");
    this.rows = new ServiceRows(labels, rowsWidth, !low, false, entry::choose, _ -> {});
    this.candidates = new CandidateRow(labels, GAP, taken -> change(() -> entry.take(taken)));
    this.list = new StackPane(rows, nothing);
    StackPane.setAlignment(nothing, Pos.TOP_LEFT);
    list.setMinSize(0, 0);
    dressField();
    drawBoard();
    keys.keep(low ? numbers() : candidates).keep(boards);
    // What changes with every key lays itself out alone: nothing around it changes its size.
    List.of(field, list, candidates).forEach(part -> part.setManaged(false));
    refresh();
  }

  /** What was typed. */
  Region field() {
    return field;
  }

  /** What was found. */
  Region list() {
    return list;
  }

  /** What is touched to type. */
  Region keys() {
    return keys;
  }

  private void dressField() {
    field.getChildren().setAll(text, letters, hint);
    field.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add("typed-field");
    field.setMinHeight(Region.USE_PREF_SIZE);
    field.setFocusTraversable(true);
    field.setAccessibleText(Words.of("screen.find.type").in(labels.texts()));
    text.setMinWidth(0);
    text.setWrapText(false);
    letters.setWrapText(false);
    HBox.setHgrow(hint, Priority.ALWAYS);
    field.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    field.sceneProperty().addListener((_, _, _) -> field.requestFocus());
  }

  private void keyTyped(KeyEvent event) {
    String typed = event.getCharacter();
    if (typed.length() == 1 && typed.charAt(0) > ' ' && typed.charAt(0) < 127) {
      change(() -> entry.type(Character.toLowerCase(typed.charAt(0))));
      event.consume();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE) {
      change(entry::delete);
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE) {
      change(entry::space);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      rows.choose(1);
      event.consume();
    }
  }

  private void drawBoard() {
    boards.getChildren().setAll(board());
  }

  private HBox numbers() {
    HBox row = new HBox(GAP);
    for (int number = 1; number <= NUMBERS; number++) {
      int chosen = number;
      Button key = key(Words.verbatim(Integer.toString(number)), "word", () -> rows.choose(chosen));
      key.setAccessibleText(Words.of("screen.find.key.choose", number).in(labels.texts()));
      key.setId("number-" + number);
      row.getChildren().add(key);
    }
    double each = Math.floor((width + GAP) / NUMBERS - GAP);
    row.getChildren().forEach(key -> ((Region) key).setPrefWidth(each));
    return row;
  }

  private GridPane board() {
    List<String> lines =
        switch (entry.board()) {
          case PINYIN, LETTERS -> LETTERS;
          case DIGITS -> DIGITS;
        };
    double each = Math.floor((width + GAP) / SLOTS - GAP);
    GridPane grid = new GridPane(GAP, GAP);
    for (int line = 0; line < lines.size(); line++) {
      int from = line == 2 ? 1 : 0;
      for (int place = 0; place < lines.get(line).length(); place++) {
        grid.add(letter(lines.get(line).charAt(place), each), from + place, line);
      }
    }
    Button turn = key(Words.of("screen.find.board." + entry.board()), "narrow", this::turn);
    turn.setId("board");
    turn.setAccessibleText(Words.of("screen.find.key.board." + entry.board()).in(labels.texts()));
    Button delete = key(Words.verbatim("←"), "narrow", () -> change(entry::delete));
    delete.setId("delete");
    delete.setAccessibleText(Words.of("screen.can.delete").in(labels.texts()));
    Button space = key(Words.of("screen.find.key.space"), "narrow", () -> change(entry::space));
    space.setId("space");
    grid.add(sized(delete, each), 9, 1);
    grid.add(sized(turn, each), 0, 2);
    grid.add(sized(space, 2 * each + GAP), 8, 2, 2, 1);
    return grid;
  }

  private Button letter(char c, double each) {
    Button key =
        key(Words.verbatim(Character.toString(c)), "letter", () -> change(() -> entry.type(c)));
    key.setId("key-" + c);
    return sized(key, each);
  }

  private static Button sized(Button key, double wide) {
    key.setMinWidth(wide);
    key.setPrefWidth(wide);
    key.setMaxWidth(wide);
    return key;
  }

  private Button key(Words words, String kind, Runnable press) {
    Button key = new Button(words.in(labels.texts()));
    key.getStyleClass().addAll("key", kind);
    key.setMaxWidth(Double.MAX_VALUE);
    key.setOnAction(_ -> press.run());
    key.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
    return key;
  }

  private void turn() {
    change(() -> entry.turnTo(entry.board().next()));
    drawBoard();
  }

  private void change(Runnable how) {
    how.run();
    refresh();
  }

  private void refresh() {
    String typed = entry.typed();
    text.setText(typed.substring(0, typed.length() - entry.letters()));
    letters.setText(typed.substring(typed.length() - entry.letters()));
    hint.setVisible(typed.isEmpty());
    hint.setManaged(typed.isEmpty());
    nothing.setVisible(!typed.isEmpty() && entry.found().isEmpty());
    candidates.show(entry.offered());
    rows.show(entry.found(), 0);
  }
}
