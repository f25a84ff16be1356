package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.StaffState;
import io.hall24.kiosk.ui.StaffState.DeviceLine;
import io.hall24.kiosk.ui.StaffState.Group;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The maintenance screen: devices worst first, tests, and everything else there is to know. */
final class StaffBoard extends VBox {
  private static final double MARGIN = 36;
  private static final double GAP = 20;
  private static final double PRINTER_CARD = 270;

  private final Texts texts;
  private final Shape shape;
  private final StaffState.Buttons buttons;
  private final Label who = Labels.plain("", "soft");
  private final Label idle = Labels.plain("", "soft");
  private final VBox devices = new VBox();
  private final Map<String, StaffDeviceRow> rows = new HashMap<>();
  private final HBox groups = new HBox(GAP);
  private List<Group> grouped = List.of();
  private final StaffPreview preview = new StaffPreview();
  private final StaffTestCard camera;
  private final StaffTestCard printer;

  StaffBoard(Shape shape, Texts texts, StaffState.Buttons buttons, Runnable otherLanguage) {
    this.texts = texts;
    this.shape = shape;
    this.buttons = buttons;
    this.camera = new StaffTestCard("camera", texts, buttons.testCamera(), Optional.of(preview));
    this.printer = new StaffTestCard("printer", texts, buttons.testPrinter(), Optional.empty());
    devices.getStyleClass().add("devices");
    devices.setId("devices");
    setSpacing(GAP);
    getStyleClass().add(shape == Shape.PORTRAIT ? "upright" : "flat");
    setStyle("-fx-padding: " + MARGIN + "px");
    VBox list = new VBox(10, text("devices", "title"), devices);
    Region body = shape == Shape.PORTRAIT ? portrait(list) : landscape(list);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(top(otherLanguage), body);
  }

  private Region portrait(VBox list) {
    return scrolling(new VBox(GAP, list, tests(), groups));
  }

  private Region landscape(VBox list) {
    Region left = scrolling(list);
    Region right = scrolling(new VBox(GAP, tests(), groups));
    HBox both = new HBox(GAP * 2, left, right);
    double half = (shape.width() - 2 * MARGIN - 2 * GAP) / 2;
    for (Region side : List.of(left, right)) {
      side.setMinWidth(half);
      side.setMaxWidth(half);
    }
    return both;
  }

  /** Nothing is ever cut: what finds no room is reached with a finger. */
  private static ScrollPane scrolling(Region content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setPannable(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setMinHeight(0);
    return pane;
  }

  private HBox tests() {
    HBox tests = new HBox(GAP, camera, printer);
    HBox.setHgrow(camera, Priority.ALWAYS);
    printer.setMinWidth(PRINTER_CARD);
    printer.setMaxWidth(PRINTER_CARD);
    return tests;
  }

  boolean isFor(StaffState.Working working) {
    return working.touches().equals(buttons);
  }

  StaffPreview preview() {
    return preview;
  }

  private Label text(String key, String... styles) {
    return Labels.plain(Words.of("maintenance." + key).in(texts), styles);
  }

  private HBox top(Runnable otherLanguage) {
    VBox words = new VBox(4, text("title", "headline"), who, idle);
    HBox.setHgrow(words, Priority.ALWAYS);
    Texts other =
        Texts.of(
            Texts.LANGUAGES.stream()
                .filter(known -> !known.equals(texts.language()))
                .findFirst()
                .orElseThrow());
    Button language = button(Words.of("screen.language").in(other), "quiet", otherLanguage);
    language.setId("staff-language");
    Button leave =
        button(Words.of("maintenance.leave").in(texts), "main", () -> buttons.leave().run());
    leave.setId("staff-leave");
    HBox top = new HBox(GAP, words, language, leave);
    top.setAlignment(Pos.CENTER_LEFT);
    return top;
  }

  static Button button(String label, String style, Runnable press) {
    Button button = new Button(label);
    button.getStyleClass().add(style);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> press.run());
    return button;
  }

  void update(StaffState.Working state) {
    who.setText(Words.of("maintenance.who", state.terminal(), state.who(), state.time()).in(texts));
    idle.setText(Words.of("maintenance.idle", state.idle()).in(texts));
    devices(state.devices());
    camera.update(state.camera());
    printer.update(state.printer());
    if (!grouped.equals(state.groups())) {
      grouped = state.groups();
      draw(grouped);
    }
  }

  /** Rows that stay are changed in place; only the order is new. */
  private void devices(List<DeviceLine> lines) {
    List<Node> order = new ArrayList<>();
    for (DeviceLine line : lines) {
      StaffDeviceRow row = rows.computeIfAbsent(line.id(), StaffDeviceRow::new);
      row.update(line, texts);
      row.first(order.isEmpty());
      order.add(row);
    }
    if (!devices.getChildren().equals(order)) {
      devices.getChildren().setAll(order);
    }
  }

  private void draw(List<Group> all) {
    VBox left = new VBox(GAP);
    VBox right = new VBox(GAP);
    int leftLines = 0;
    int rightLines = 0;
    for (Group group : all) {
      boolean toLeft = leftLines <= rightLines;
      (toLeft ? left : right).getChildren().add(card(group));
      int lines = group.facts().size() + 2;
      leftLines += toLeft ? lines : 0;
      rightLines += toLeft ? 0 : lines;
    }
    for (VBox column : List.of(left, right)) {
      column.setPrefWidth(100);
      HBox.setHgrow(column, Priority.ALWAYS);
    }
    groups.getChildren().setAll(left, right);
  }

  private VBox card(Group group) {
    VBox card = new VBox(4, Labels.plain(group.title().in(texts), "title"));
    card.getStyleClass().add("facts");
    for (StaffState.Fact fact : group.facts()) {
      Label label = Labels.plain(fact.label().in(texts), "soft");
      Label value = Labels.plain(fact.value().in(texts), "value", style(fact.level()));
      HBox.setHgrow(value, Priority.ALWAYS);
      value.setMaxWidth(Double.MAX_VALUE);
      label.setMinWidth(150);
      label.setMaxWidth(190);
      card.getChildren().add(new HBox(12, label, value));
    }
    return card;
  }

  static String style(StaffState.Level level) {
    return "level-" + level.name().toLowerCase(java.util.Locale.ROOT);
  }
}
