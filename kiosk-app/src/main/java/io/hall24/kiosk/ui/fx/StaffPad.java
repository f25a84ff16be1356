package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.StaffEntry;
import io.hall24.kiosk.ui.StaffState;
import io.hall24.kiosk.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The keypad for a staff number and a PIN. */
final class StaffPad extends StackPane {
  private static final double WIDTH = 620;
  private static final double GAP = 14;
  private static final int COLUMNS = 3;
  private static final double KEY = (WIDTH - 2 * GAP) / COLUMNS;
  private static final double KEY_HEIGHT = 116;
  private static final String HIDDEN = "●";
  private static final String OPEN = "_";

  private final Texts texts;
  private final StaffEntry entry;
  private final Runnable enterPressed;
  private final Label asked = Labels.plain("", "title");
  private final Label number = Labels.plain("", "digits");
  private final Label pin = Labels.plain("", "digits");
  private final Label remark = Labels.plain("", "remark");
  private final Button enter;
  private boolean checking;

  StaffPad(Shape shape, Texts texts, StaffState.Knocking knocking, Runnable otherLanguage) {
    this.texts = texts;
    this.entry = knocking.entry();
    this.enterPressed = knocking.touches().enter();
    this.enter = word("enter.ok", "main", () -> enterPressed.run());
    enter.setId("staff-enter");
    remark.setId("staff-remark");
    VBox head = new VBox(10, text("enter.title", "headline"), asked, boxes(), remark);
    head.setMinWidth(WIDTH);
    head.setMaxWidth(WIDTH);
    VBox keys = new VBox(GAP * 2, keys(), lastRow(knocking.touches().cancel(), otherLanguage));
    keys.setMinWidth(WIDTH);
    keys.setMaxWidth(WIDTH);
    Label note = text("enter.note", "soft");
    if (shape == Shape.PORTRAIT) {
      VBox all = new VBox(40, head, keys, note);
      all.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
      getChildren().add(all);
    } else {
      head.getChildren().add(note);
      HBox all = new HBox(100, head, keys);
      all.setAlignment(Pos.CENTER);
      all.setMaxHeight(Region.USE_PREF_SIZE);
      getChildren().add(all);
    }
    remark.setMinHeight(96);
    refresh();
  }

  boolean isFor(StaffState.Knocking knocking) {
    return knocking.entry().equals(entry);
  }

  private Label text(String key, String style) {
    return Labels.plain(Words.of("maintenance." + key).in(texts), style);
  }

  private HBox boxes() {
    StackPane first = new StackPane(number);
    StackPane second = new StackPane(pin);
    first.getStyleClass().add("box");
    second.getStyleClass().add("box");
    first.setMinWidth(160);
    HBox.setHgrow(second, Priority.ALWAYS);
    return new HBox(GAP, first, second);
  }

  private GridPane keys() {
    GridPane grid = new GridPane(GAP, GAP);
    for (int digit = 1; digit <= 9; digit++) {
      grid.add(digit(digit), (digit - 1) % COLUMNS, (digit - 1) / COLUMNS);
    }
    grid.add(word("enter.delete", "even", entry::delete), 0, COLUMNS);
    grid.add(digit(0), 1, COLUMNS);
    grid.add(enter, 2, COLUMNS);
    return grid;
  }

  private HBox lastRow(Runnable cancel, Runnable otherLanguage) {
    Button back = word("enter.cancel", "quiet", cancel);
    back.setId("staff-cancel");
    Texts other =
        Texts.of(
            Texts.LANGUAGES.stream()
                .filter(known -> !known.equals(texts.language()))
                .findFirst()
                .orElseThrow());
    Button language = key(Words.of("screen.language").in(other), "quiet", otherLanguage);
    language.setId("staff-language");
    HBox row = new HBox(GAP, back, language);
    HBox.setHgrow(back, Priority.ALWAYS);
    back.setMaxWidth(Double.MAX_VALUE);
    return row;
  }

  private Button digit(int digit) {
    Button key = key(Integer.toString(digit), "digit", () -> entry.type((char) ('0' + digit)));
    key.setId("staff-digit-" + digit);
    return key;
  }

  private Button word(String name, String style, Runnable press) {
    return key(Words.of("maintenance." + name).in(texts), style, press);
  }

  private Button key(String label, String style, Runnable press) {
    Button key = new Button(label);
    key.getStyleClass().add(style);
    key.setMinSize(KEY, KEY_HEIGHT);
    key.setMaxHeight(KEY_HEIGHT);
    key.setOnAction(_ -> {
      press.run();
      refresh();
    });
    return key;
  }

  void update(StaffState.Knocking state) {
    checking = state.checking();
    remark.setText(
        checking
            ? Words.of("maintenance.enter.checking").in(texts)
            : state.remark().map(why -> why.in(texts)).orElse(""));
    refresh();
  }

  private void refresh() {
    boolean atPin = entry.part() == StaffEntry.Part.PIN;
    asked.setText(Words.of(atPin ? "maintenance.enter.pin" : "maintenance.enter.number").in(texts));
    String typed = entry.number();
    number.setText(typed + OPEN.repeat(StaffEntry.NUMBER - typed.length()));
    pin.setText(HIDDEN.repeat(entry.pinDigits()));
    enter.setDisable(checking || !entry.complete());
  }
}
