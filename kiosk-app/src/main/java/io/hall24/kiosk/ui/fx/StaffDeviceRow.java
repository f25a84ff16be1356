package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.StaffState.DeviceLine;
import io.hall24.kiosk.ui.StaffState.Level;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One device: a sign, its state, since when, what it says, and what to do about it. */
final class StaffDeviceRow extends HBox {
  private static final String BELOW = "below";
  private static final double NAME = 250;
  private final Label sign = Labels.plain("", "sign");
  private final StackPane disc = new StackPane(sign);
  private final Label name = Labels.plain("", "name");
  private final Label state = Labels.plain("", "state");
  private final Label said = Labels.plain("", "soft", "said");
  private final Label since = Labels.plain("", "soft");
  private final Label advice = Labels.plain("", "advice");
  private final Label detail = Labels.plain("", "soft", "detail");

  StaffDeviceRow(String id) {
    setId("device-" + id);
    getStyleClass().add("device");
    state.setId("state-" + id);
    disc.getStyleClass().add("disc");
    name.setMinWidth(NAME);
    name.setMaxWidth(NAME);
    state.setMinWidth(Region.USE_PREF_SIZE);
    said.setMinWidth(0);
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    since.setMinWidth(Region.USE_PREF_SIZE);
    HBox first = new HBox(14, name, state, said, since);
    first.setAlignment(Pos.BASELINE_LEFT);
    VBox words = new VBox(first, advice, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(disc, words);
    setAlignment(Pos.CENTER_LEFT);
  }

  /** The same device, as it is now. */
  void update(DeviceLine line, Texts texts) {
    for (Level each : Level.values()) {
      getStyleClass().remove(StaffBoard.style(each));
    }
    getStyleClass().add(StaffBoard.style(line.level()));
    sign.setText(sign(line.level()));
    name.setText(line.name().in(texts));
    state.setText(line.state().in(texts));
    since.setText(line.since().in(texts));
    boolean quiet = line.level() == Level.GOOD || line.level() == Level.QUIET;
    advice.setText(line.advice().in(texts));
    detail.setText(line.detail());
    show(advice, !quiet);
    // What stands below must not make the first line high as well.
    said.setText(quiet ? line.detail() : "");
    show(detail, !quiet && !line.detail().isBlank());
  }

  /** Whether a line divides it from the one above. */
  void first(boolean first) {
    getStyleClass().remove(BELOW);
    if (!first) {
      getStyleClass().add(BELOW);
    }
  }

  private static void show(Label label, boolean wanted) {
    label.setVisible(wanted);
    label.setManaged(wanted);
  }

  /** Never colour alone. */
  private static String sign(Level level) {
    return switch (level) {
      case GOOD -> "✓";
      case QUIET -> "–";
      case ATTENTION -> "!";
      case BAD -> "✕";
    };
  }
}
