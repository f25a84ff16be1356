package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.StaffState;
import io.hall24.kiosk.ui.Words;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One test: what it does, how it goes, and the button that begins or ends it. */
final class StaffTestCard extends VBox {
  private final String test;
  private final Texts texts;
  private final Label remark = Labels.plain("");
  private final Button button;

  /**
   * A test.
   *
   * @param picture stands beside the words
   */
  StaffTestCard(String test, Texts texts, Runnable press, Optional<Region> picture) {
    this.test = test;
    this.texts = texts;
    this.button = StaffBoard.button("", "even", press);
    button.setId("test-" + test);
    button.setMaxWidth(Double.MAX_VALUE);
    remark.setId("remark-" + test);
    getStyleClass().add("facts");
    Region room = new Region();
    VBox.setVgrow(room, Priority.ALWAYS);
    VBox words =
        new VBox(
            12,
            Labels.plain(Words.of("maintenance.test." + test).in(texts), "title"),
            remark,
            room,
            button);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox both = new HBox(22);
    picture.ifPresent(both.getChildren()::add);
    both.getChildren().add(words);
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().add(both);
  }

  void update(StaffState.Test state) {
    remark.setText(state.remark().in(texts));
    remark.getStyleClass().removeIf(style -> style.startsWith("level-"));
    remark.getStyleClass().add(StaffBoard.style(state.level()));
    boolean ends = state.running() && state.possible();
    button.setText(Words.of("maintenance.test." + test + (ends ? ".end" : ".begin")).in(texts));
    button.setDisable(!state.possible());
  }
}
