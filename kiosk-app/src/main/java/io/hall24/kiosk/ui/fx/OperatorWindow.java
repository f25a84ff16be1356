package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Lever;
import io.hall24.kiosk.ui.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small window beside the panel, from which the world around the terminal is moved. */
public final class OperatorWindow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorWindow.class);
  private static final double LEVER = 258;
  private static final double COLUMN_GAP = 8;
  private static final double WIDTH = 560;
  private static final double GAP = 12;

  /** Frames after which a window manager has placed a window. */
  private static final int SETTLED = 30;

  private final ExecutorService hands =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("operator").factory());
  private final Toolkit toolkit;
  private final Stage stage = new Stage();
  private boolean hidden;
  private double left;

  private OperatorWindow(Toolkit toolkit, KioskWindow beside, List<Lever> levers, Words note) {
    this.toolkit = toolkit;
    Texts chinese = Texts.of(Locale.SIMPLIFIED_CHINESE);
    Texts english = Texts.of(Locale.ENGLISH);
    Words title = Words.of("screen.operator.title");
    VBox all = new VBox(new Label(title.in(chinese) + "\n" + title.in(english)));
    all.getStyleClass().add("operator");
    all.getStylesheets()
        .add(
            java.util.Objects.requireNonNull(OperatorWindow.class.getResource("layout.css"))
                .toExternalForm());
    GridPane side = new GridPane(COLUMN_GAP, COLUMN_GAP);
    for (Lever lever : levers) {
      Button button = new Button(lever.label().in(chinese) + "\n" + lever.label().in(english));
      button.setId(lever.id());
      button.setPrefWidth(LEVER);
      button.setMinHeight(Region.USE_PREF_SIZE);
      button.setTextAlignment(TextAlignment.CENTER);
      button.setOnAction(_ -> pull(lever, button));
      int place = side.getChildren().size();
      side.add(button, place % 2, place / 2);
    }
    all.getChildren().add(side);
    Label told = new Label(note.in(chinese) + "\n" + note.in(english));
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    all.getChildren().add(told);
    stage.setTitle("Hall24 · " + title.in(english));
    stage.setScene(new Scene(all, WIDTH, -1));
    stage.setAlwaysOnTop(true);
    stage.sizeToScene();
    beside.onToggle(stage.getScene(), this::toggle);
    place(beside);
  }

  /** Where there is room beside the panel, or on another screen; else it waits to be called. */
  private void place(KioskWindow beside) {
    Rectangle2D screen = javafx.stage.Screen.getPrimary().getBounds();
    Optional<Rectangle2D> free =
        beside.right() + WIDTH + 2 * GAP <= screen.getMaxX()
            ? Optional.of(screen)
            : javafx.stage.Screen.getScreens().stream()
                .map(javafx.stage.Screen::getBounds)
                .filter(other -> !other.equals(screen))
                .findFirst();
    left =
        GAP
            + free.filter(other -> !other.equals(screen))
                .map(Rectangle2D::getMinX)
                .orElse(free.isPresent() ? beside.right() : screen.getMinX());
    hidden = free.isEmpty();
    if (hidden) {
      beside.owns(stage);
    } else {
      show();
    }
  }

  private void toggle() {
    if (stage.isShowing()) {
      stage.hide();
    } else {
      show();
    }
  }

  /** Said once more when the window stands: a window manager may have put it elsewhere. */
  private void show() {
    stage.show();
    Pulses.after(
        SETTLED,
        () -> {
          stage.setX(left);
          stage.setY(GAP);
        });
    stage.setX(left);
    stage.setY(GAP);
  }

  /** Whether there is no room for it, so that it is only there while it is called. */
  public boolean isHidden() {
    return hidden;
  }

  /**
   * Opens it beside the panel. Where there is no room for that, {@link KioskWindow#TOGGLE} brings
   * it and takes it away.
   *
   * @param note what the operator has to know
   */
  public static OperatorWindow open(
      Toolkit toolkit, KioskWindow beside, List<Lever> levers, Words note)
      throws InterruptedException {
    return toolkit.call(() -> new OperatorWindow(toolkit, beside, levers, note));
  }

  private void pull(Lever lever, Button button) {
    button.setDisable(true);
    hands.execute(() -> {
      try {
        lever.pull().run();
      } catch (RuntimeException failed) {
        LOG.warn("lever {}: {}", lever.id(), failed.getMessage());
      } finally {
        Platform.runLater(() -> button.setDisable(false));
      }
    });
  }

  @Override
  public void close() {
    hands.shutdown();
    try {
      toolkit.call(() -> {
        stage.close();
        return true;
      });
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}
