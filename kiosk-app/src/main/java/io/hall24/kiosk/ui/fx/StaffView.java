package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.StaffState;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** What staff see, in the dark scheme. Used on the toolkit's thread only. */
final class StaffView extends StackPane {
  private final Shape shape;
  private Locale language;
  private Optional<StaffState> shown = Optional.empty();
  private Optional<StaffBoard> board = Optional.empty();
  private Optional<StaffPad> pad = Optional.empty();

  StaffView(Shape shape, Locale language) {
    this.shape = shape;
    this.language = language;
    getStyleClass().addAll("kiosk", "staff");
    getStylesheets().setAll(sheet("scheme-dark.css"), sheet("staff.css"));
    setMinSize(shape.width(), shape.height());
    setPrefSize(shape.width(), shape.height());
    setMaxSize(shape.width(), shape.height());
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> shown.ifPresent(StaffView::touched));
  }

  private static String sheet(String file) {
    return Objects.requireNonNull(StaffView.class.getResource(file), file).toExternalForm();
  }

  private static void touched(StaffState state) {
    switch (state) {
      case StaffState.Knocking knocking -> knocking.touches().touched().run();
      case StaffState.Working working -> working.touches().touched().run();
    }
  }

  /** Shows a state; what is the same stays where it is. */
  void show(StaffState state) {
    shown = Optional.of(state);
    Texts texts = Texts.of(language);
    switch (state) {
      case StaffState.Knocking knocking -> {
        leaveBoard();
        StaffPad now = pad.filter(view -> view.isFor(knocking)).orElseGet(() -> newPad(knocking));
        now.update(knocking);
      }
      case StaffState.Working working -> {
        pad = Optional.empty();
        StaffBoard now =
            board.filter(view -> view.isFor(working)).orElseGet(() -> newBoard(working, texts));
        now.update(working);
      }
    }
  }

  private StaffPad newPad(StaffState.Knocking knocking) {
    StaffPad made = new StaffPad(shape, Texts.of(language), knocking, this::otherLanguage);
    pad = Optional.of(made);
    getChildren().setAll(made);
    return made;
  }

  private StaffBoard newBoard(StaffState.Working working, Texts texts) {
    leaveBoard();
    StaffBoard made = new StaffBoard(shape, texts, working.touches(), this::otherLanguage);
    board = Optional.of(made);
    getChildren().setAll(made);
    return made;
  }

  private void otherLanguage() {
    language =
        Texts.LANGUAGES.stream().filter(known -> !known.equals(language)).findFirst().orElseThrow();
    leaveBoard();
    pad = Optional.empty();
    shown.ifPresent(this::show);
  }

  private void leaveBoard() {
    wipe();
    board = Optional.empty();
  }

  /** Shows a picture of the camera, if a technician is in. */
  void preview(int[] argb) {
    board.ifPresent(view -> view.preview().picture(argb));
  }

  /** Overwrites it. */
  void wipe() {
    board.ifPresent(view -> view.preview().wipe());
  }

  /** Forgets everything. */
  void clear() {
    leaveBoard();
    pad = Optional.empty();
    shown = Optional.empty();
    getChildren().clear();
  }
}
