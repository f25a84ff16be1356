package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.journey.Signature;
import io.hall24.kiosk.ui.SignaturePad;
import io.hall24.kiosk.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.transform.Scale;

/**
 * A field to sign in, and a button to begin again. A finger on the screen reaches it as a mouse
 * does, and only the first of several.
 */
final class SignatureView extends VBox {
  private static final double LINE_AT = 0.76;
  private static final double LINE_FROM = 0.06;
  private static final double LOW = 200;

  private final SignaturePad pad;
  private final Runnable changed;
  private final Region paper = new Region();
  private final Line line = new Line();

  /** In parts of the pad. */
  private final Group ink = new Group();

  private final Scale scale = new Scale();
  private final Label hint;
  private final Button again;
  private final boolean compact;

  /**
   * For a pad.
   *
   * @param width of the whole, in pixels
   * @param compact whether height is dear
   * @param changed is called after every stroke
   */
  SignatureView(SignaturePad pad, Labels labels, double width, boolean compact, Runnable changed) {
    this.pad = pad;
    this.changed = changed;
    Words here = Words.of("screen.sign.here");
    this.hint = labels.first(here, "soft");
    hint.setMouseTransparent(true);
    hint.setAlignment(Pos.CENTER);
    this.compact = compact;
    this.again =
        labels.button(
            Words.of("screen.sign.again"), "even", width / (compact ? 4 : 3), this::beginAgain);
    again.setId("sign-again");
    again.setMinWidth(USE_PREF_SIZE);
    paper.setId("sign-field");
    paper.setAccessibleText(here.in(labels.texts()));
    paper.addEventHandler(MouseEvent.MOUSE_PRESSED, this::down);
    paper.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moves);
    paper.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> up());
    setMinSize(0, 0);
    getStyleClass().addAll("card", "stage");
    getChildren().add(parts(new Field()));
    drawn();
  }

  private Pane parts(Pane field) {
    if (compact) {
      again.setMaxHeight(USE_PREF_SIZE);
      HBox row = new HBox(16, field, again);
      row.setAlignment(Pos.CENTER);
      HBox.setHgrow(field, Priority.ALWAYS);
      setVgrow(row, Priority.ALWAYS);
      row.setMinSize(0, 0);
      return row;
    }
    HBox below = new HBox(again);
    below.setAlignment(Pos.CENTER_RIGHT);
    VBox column = new VBox(16, field, below);
    setVgrow(field, Priority.ALWAYS);
    setVgrow(column, Priority.ALWAYS);
    column.setMinSize(0, 0);
    return column;
  }

  /** The paper keeps its shape, whatever the room: a signature looks the same in every layout. */
  private final class Field extends Pane {
    Field() {
      paper.getStyleClass().add("sign-field");
      line.getStyleClass().add("sign-line");
      line.setMouseTransparent(true);
      ink.setMouseTransparent(true);
      ink.setManaged(false);
      ink.getTransforms().add(scale);
      ink.getChildren().setAll(pad.strokes().stream().map(SignatureView::stroke).toList());
      getChildren().addAll(paper, hint, line, ink);
      setMinSize(0, 0);
    }

    @Override
    protected double computePrefHeight(double width) {
      return compact ? LOW : Math.max(LOW, width * SignaturePad.HEIGHT / Signature.GRID);
    }

    @Override
    protected void layoutChildren() {
      double unit = Math.min(getWidth() / Signature.GRID, getHeight() / SignaturePad.HEIGHT);
      double width = Signature.GRID * unit;
      double height = SignaturePad.HEIGHT * unit;
      double left = (getWidth() - width) / 2;
      double top = (getHeight() - height) / 2;
      paper.resizeRelocate(left, top, width, height);
      // Relocating would put the first stroke at the edge, wherever it begins on the paper.
      ink.setLayoutX(left);
      ink.setLayoutY(top);
      double words = hint.prefHeight(width);
      hint.resizeRelocate(left, top + (height * LINE_AT - words) / 2, width, words);
      line.setStartX(left + width * LINE_FROM);
      line.setEndX(left + width * (1 - LINE_FROM));
      line.setStartY(top + height * LINE_AT);
      line.setEndY(top + height * LINE_AT);
      scale.setX(unit);
      scale.setY(unit);
    }
  }

  private static Polyline stroke(List<SignaturePad.Point> points) {
    Polyline stroke = new Polyline();
    stroke.getStyleClass().add("sign-ink");
    points.forEach(point -> stroke.getPoints().addAll((double) point.x(), (double) point.y()));
    return stroke;
  }

  /** Pixels of the screen for one part of the pad. */
  private double unit() {
    return paper.getWidth() / Signature.GRID;
  }

  private void down(MouseEvent press) {
    hint.setVisible(false);
    ink.getChildren().add(stroke(List.of()));
    pad.begin(press.getX() / unit(), press.getY() / unit());
    follow(press);
  }

  private void moves(MouseEvent drag) {
    pad.draw(drag.getX() / unit(), drag.getY() / unit());
    follow(drag);
  }

  /** The ink never leaves the paper. */
  private void follow(MouseEvent hand) {
    if (!ink.getChildren().isEmpty() && ink.getChildren().getLast() instanceof Polyline stroke) {
      stroke
          .getPoints()
          .addAll(
              Math.clamp(hand.getX() / unit(), 0, Signature.GRID),
              Math.clamp(hand.getY() / unit(), 0, SignaturePad.HEIGHT));
    }
  }

  private void up() {
    pad.lift();
    drawn();
  }

  private void beginAgain() {
    pad.wipe();
    ink.getChildren().clear();
    drawn();
  }

  private void drawn() {
    hint.setVisible(pad.isEmpty());
    again.setDisable(pad.isEmpty());
    changed.run();
  }
}
