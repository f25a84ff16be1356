package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * Shows a text as a whole where there is room. Where there is not, it becomes a booklet: as many
 * whole lines as fit, and two buttons that turn the leaves. A line is never cut.
 */
final class Folded extends Region {
  private static final double GAP = 20;
  private static final double STEP = 0.04;
  private static final double NOTHING = 1;

  private final Region content;
  private final double smallest;
  private final Region window;
  private final Rectangle shown = new Rectangle();
  private final Button back;
  private final Button forth;
  private final Label count = Labels.plain("", "soft");
  private final List<Double> breaks = new ArrayList<>();
  private int leaf;

  /**
   * Of a text.
   *
   * @param smallest how small its letters may become before it is folded, relative to their own
   */
  Folded(Region content, double smallest, Labels labels) {
    this.content = content;
    this.window = new Leaf(content);
    this.smallest = smallest;
    this.back = button("screen.fold.back", labels, -1);
    this.forth = button("screen.fold.forth", labels, 1);
    back.setId("fold-back");
    forth.setId("fold-forth");
    count.setWrapText(false);
    window.setClip(shown);
    getChildren().addAll(window, back, count, forth);
    setMinSize(0, 0);
  }

  /** Holds the content; places it itself. */
  private static final class Leaf extends Region {
    Leaf(Region content) {
      getChildren().add(content);
    }

    @Override
    protected void layoutChildren() {}
  }

  private Button button(String key, Labels labels, int by) {
    Button button = new Button(Words.of(key).in(labels.texts()));
    button.getStyleClass().add("turn");
    button.setWrapText(true);
    button.setOnAction(_ -> turn(by));
    return button;
  }

  /** Goes to another leaf; nothing before the first and after the last. */
  void turn(int by) {
    leaf = Math.max(0, Math.min(leaves() - 1, leaf + by));
    requestLayout();
  }

  /** How many leaves there are, once it has been laid out. */
  int leaves() {
    return Math.max(1, breaks.size() - 1);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return heightAt(1, width);
  }

  /** How high it is with its smallest letters. */
  double tightHeight(double width) {
    return heightAt(smallest, width);
  }

  private double heightAt(double size, double width) {
    if (smallest < 1) {
      content.setStyle("-fx-font-size: " + size + "em");
      content.applyCss();
    }
    return content.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double size = 1;
    double height = heightAt(size, getWidth());
    while (height > getHeight() + NOTHING && size > smallest) {
      size = Math.max(smallest, size - STEP);
      height = heightAt(size, getWidth());
    }
    content.resizeRelocate(0, 0, getWidth(), height);
    content.layout();
    double row = Math.max(back.minHeight(-1), back.prefHeight(-1));
    double room = getHeight() - row - GAP;
    boolean whole = height <= getHeight() + NOTHING || room < row;
    List.of(back, forth, count).forEach(node -> node.setVisible(!whole));
    breaks.clear();
    if (whole) {
      show(0, height);
    } else {
      fold(height, room, row);
    }
  }

  private void fold(double height, double room, double row) {
    breaks.addAll(LineBreaks.of(content, height, room));
    leaf = Math.min(leaf, leaves() - 1);
    show(breaks.get(leaf), breaks.get(leaf + 1));
    back.setDisable(leaf == 0);
    forth.setDisable(leaf == leaves() - 1);
    count.setText((leaf + 1) + " / " + leaves());
    double middle = count.prefWidth(-1);
    double width = (getWidth() - middle - 2 * GAP) / 2;
    double top = getHeight() - row;
    back.resizeRelocate(0, top, width, row);
    forth.resizeRelocate(getWidth() - width, top, width, row);
    double line = count.prefHeight(-1);
    count.resizeRelocate(width + GAP, top + (row - line) / 2, middle, line);
  }

  private void show(double from, double to) {
    window.resizeRelocate(0, 0, getWidth(), to - from);
    content.setLayoutY(-from);
    shown.setWidth(getWidth());
    shown.setHeight(to - from);
  }

  /** Where a text may be divided: between lines, and around what belongs together. */
  private static final class LineBreaks {
    private record Line(double top, double bottom) {}

    private final Parent root;
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> together = new ArrayList<>();

    private LineBreaks(Parent root) {
      this.root = root;
      collect(root);
    }

    /** Edges of the leaves, from zero to the height. */
    static List<Double> of(Parent root, double height, double room) {
      var breaks = new LineBreaks(root);
      List<Double> edges = new ArrayList<>(List.of(0.0));
      while (height - edges.getLast() > room) {
        edges.add(breaks.after(edges.getLast(), room));
      }
      edges.add(height);
      return edges;
    }

    /** What belongs together stays so where a leaf has room for that. */
    private double after(double last, double room) {
      List<Line> all = new ArrayList<>(lines);
      all.addAll(together);
      return Stream.of(all, lines)
          .map(parts -> before(last + room, parts))
          .filter(edge -> edge > last + NOTHING)
          .findFirst()
          .orElse(last + room);
    }

    private static double before(double edge, List<Line> parts) {
      double best = edge;
      for (boolean moved = true; moved; ) {
        moved = false;
        for (Line line : parts) {
          if (line.top() < best - NOTHING && line.bottom() > best + NOTHING) {
            best = line.top();
            moved = true;
          }
        }
      }
      return best;
    }

    private void collect(Node node) {
      if (!node.isVisible()) {
        return;
      }
      if (node instanceof Button) {
        Bounds at = inRoot(node);
        lines.add(new Line(at.getMinY(), at.getMaxY()));
      } else if (node instanceof Labeled labeled) {
        lines(labeled);
      } else if (node instanceof Parent parent) {
        beginning(parent);
        parent.getChildrenUnmodifiable().forEach(this::collect);
      }
    }

    /** A card's title does not stand alone at the end of a leaf. */
    private void beginning(Parent card) {
      List<Node> parts = card.getChildrenUnmodifiable();
      if (card.getStyleClass().contains("card") && parts.size() > 1) {
        together.add(new Line(inRoot(card).getMinY(), inRoot(parts.get(1)).getMaxY()));
      }
    }

    private void lines(Labeled labeled) {
      if (!(labeled.lookup(".text") instanceof Text text)) {
        return;
      }
      Bounds at = inRoot(labeled);
      Text one = new Text("国");
      one.setFont(text.getFont());
      double line = Math.max(1, one.getLayoutBounds().getHeight());
      long count = Math.max(1, Math.round(at.getHeight() / line));
      double each = at.getHeight() / count;
      for (int index = 0; index < count; index++) {
        double top = at.getMinY() + index * each;
        lines.add(new Line(top, top + each));
      }
      // Nobody should have to turn a leaf for the second half of a name.
      together.add(new Line(at.getMinY(), at.getMinY() + Math.min(2, count) * each));
      together.add(new Line(at.getMaxY() - Math.min(2, count) * each, at.getMaxY()));
    }

    private Bounds inRoot(Node node) {
      return root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
  }
}
