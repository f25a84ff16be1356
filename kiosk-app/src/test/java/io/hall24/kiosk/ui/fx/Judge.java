package io.hall24.kiosk.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * Looks at a screen that has been laid out, as a person would who cannot read the small, the faint,
 * the cut and the covered, and who touches with a whole finger.
 */
final class Judge {
  /** Pixels that nobody sees. */
  private static final double TOLERANCE = 1.5;

  /** WCAG 2.2, 1.4.3: contrast of text. */
  private static final double LEAST_CONTRAST = 4.5;

  /** Height and width of what is touched, in pixels; 46 mm on a 32-inch panel. */
  private static final double LEAST_TARGET = 124;

  /** Width of a letter's key, in pixels: ten stand side by side; 31 mm on a 32-inch panel. */
  private static final double LEAST_KEY = 84;

  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{Nd}.,;:'•]+");

  /** What can be wrong. */
  enum Fault {
    SHORTENED,
    CUT,
    OUTSIDE,
    BROKEN_WORD,
    OVERLAP,
    FAINT,
    SMALL_LETTERS,
    SMALL_TARGET,
    OUT_OF_REACH,
    NO_NAME
  }

  /**
   * Something wrong.
   *
   * @param what the words concerned
   */
  record Finding(Fault fault, String what) {}

  /**
   * What counts as right on this panel.
   *
   * @param leastLetters size of letters, in pixels
   * @param highest where the highest thing to touch may be, in pixels from the top
   */
  record Measure(double leastLetters, double highest) {}

  /**
   * Where something may be.
   *
   * @param whole in which it has to be
   * @param leaf the part that is shown now; the rest is on other leaves
   */
  private record Room(Bounds whole, Bounds leaf) {
    Room of(Node node) {
      if (node instanceof PageView) {
        return new Room(node.localToScene(node.getLayoutBounds()), leaf);
      }
      return node.getClip() == null ? this : new Room(whole, common(leaf, clip(node)));
    }

    boolean elsewhere(Bounds at) {
      return at.getMaxY() <= leaf.getMinY() + TOLERANCE
          || at.getMinY() >= leaf.getMaxY() - TOLERANCE;
    }

    boolean holds(Bounds at) {
      return inside(at, whole) && inside(at, leaf);
    }

    private static boolean inside(Bounds at, Bounds room) {
      return at.getMinX() >= room.getMinX() - TOLERANCE
          && at.getMaxX() <= room.getMaxX() + TOLERANCE
          && at.getMinY() >= room.getMinY() - TOLERANCE
          && at.getMaxY() <= room.getMaxY() + TOLERANCE;
    }
  }

  private static final Bounds EVERYWHERE = new BoundingBox(-1e6, -1e6, 2e6, 2e6);

  private record Placed(Labeled label, Bounds bounds) {}

  private final Measure measure;
  private final List<Finding> found = new ArrayList<>();
  private final List<Placed> labels = new ArrayList<>();

  private Judge(Measure measure) {
    this.measure = measure;
  }

  /** What is wrong with a tree that has been laid out. */
  static List<Finding> faults(Parent root, Measure measure) {
    var judge = new Judge(measure);
    judge.walk(root, new Room(root.localToScene(root.getLayoutBounds()), EVERYWHERE));
    judge.overlaps();
    return judge.found;
  }

  private void note(Fault fault, String what) {
    found.add(new Finding(fault, what));
  }

  private void walk(Node node, Room room) {
    if (!node.isVisible()) {
      return;
    }
    Room inside = room.of(node);
    if (node instanceof Labeled labeled && !labeled.getText().isBlank()) {
      letters(labeled, inside);
    }
    if (node instanceof ButtonBase button) {
      target(button, inside);
    }
    if (node instanceof Parent parent) {
      inFront(parent).forEach(child -> walk(child, inside));
    }
  }

  /** What lies under a veil is not to be read now. */
  private static List<Node> inFront(Parent parent) {
    List<Node> children = parent.getChildrenUnmodifiable();
    List<Node> veils =
        children.stream()
            .filter(child -> child.isVisible() && child.getStyleClass().contains("veil"))
            .toList();
    return veils.isEmpty() ? children : veils;
  }

  private static Bounds clip(Node node) {
    return node.localToScene(node.getClip().getBoundsInParent());
  }

  private static Bounds common(Bounds a, Bounds b) {
    double left = Math.max(a.getMinX(), b.getMinX());
    double top = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - left),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - top));
  }

  private void letters(Labeled labeled, Room room) {
    if (!(labeled.lookup(".text") instanceof Text drawn)) {
      note(Fault.SHORTENED, labeled.getText());
      return;
    }
    String words = labeled.getText();
    Bounds at = drawn.localToScene(drawn.getLayoutBounds());
    if (room.elsewhere(at)) {
      return;
    }
    if (!bare(drawn.getText()).equals(bare(words))) {
      note(Fault.SHORTENED, words);
    }
    if (labeled.getHeight() + TOLERANCE < labeled.prefHeight(labeled.getWidth())) {
      note(Fault.CUT, words);
    }
    place(labeled, drawn, at, room);
    if (drawn.getFont().getSize() < measure.leastLetters() && !inside(labeled, "badge")) {
      note(Fault.SMALL_LETTERS, words + " " + drawn.getFont().getSize());
    }
    double contrast = contrast(drawn, labeled);
    if (contrast < LEAST_CONTRAST) {
      note(Fault.FAINT, words + " " + contrast);
    }
    words(labeled, drawn);
  }

  /** Whole lines may be on another leaf; a line may not be cut by the edge of a leaf. */
  private void place(Labeled labeled, Text drawn, Bounds at, Room room) {
    Text one = new Text("国");
    one.setFont(drawn.getFont());
    long lines = Math.max(1, Math.round(at.getHeight() / one.getLayoutBounds().getHeight()));
    double each = at.getHeight() / lines;
    double top = Double.MAX_VALUE;
    double bottom = 0;
    for (int line = 0; line < lines; line++) {
      Bounds whole = new BoundingBox(at.getMinX(), at.getMinY() + line * each, at.getWidth(), each);
      if (room.elsewhere(whole)) {
        continue;
      }
      if (!room.holds(whole)) {
        note(Fault.OUTSIDE, labeled.getText());
        return;
      }
      top = Math.min(top, whole.getMinY());
      bottom = Math.max(bottom, whole.getMaxY());
    }
    labels.add(
        new Placed(
            labeled, new BoundingBox(at.getMinX(), top, at.getWidth(), Math.max(0, bottom - top))));
  }

  private void words(Labeled labeled, Text drawn) {
    double width = labeled.getWidth() - labeled.snappedLeftInset() - labeled.snappedRightInset();
    WORD.matcher(labeled.getText())
        .results()
        .forEach(word -> {
          Text alone = new Text(word.group());
          alone.setFont(drawn.getFont());
          if (alone.getLayoutBounds().getWidth() > width + TOLERANCE) {
            note(Fault.BROKEN_WORD, word.group());
          }
        });
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static boolean inside(Node node, String style) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains(style)) {
        return true;
      }
    }
    return false;
  }

  private void target(ButtonBase button, Room room) {
    Bounds at = button.localToScene(button.getLayoutBounds());
    if (room.elsewhere(at)) {
      return;
    }
    String name = name(button);
    if (name.isBlank()) {
      note(Fault.NO_NAME, button.getStyleClass().toString());
    }
    boolean letter =
        button.getStyleClass().contains("letter") || button.getStyleClass().contains("narrow");
    double wide = letter ? LEAST_KEY : LEAST_TARGET;
    if (at.getHeight() < LEAST_TARGET - TOLERANCE || at.getWidth() < wide - TOLERANCE) {
      note(Fault.SMALL_TARGET, name + " " + at.getWidth() + " x " + at.getHeight());
    }
    if (!room.holds(at)) {
      note(Fault.OUTSIDE, name);
    }
    if (at.getMinY() < measure.highest() - TOLERANCE) {
      note(Fault.OUT_OF_REACH, name + " " + at.getMinY());
    }
  }

  private static String name(ButtonBase button) {
    return Optional.ofNullable(button.getAccessibleText())
        .filter(text -> !text.isBlank())
        .or(() -> Optional.ofNullable(button.getText()))
        .orElse("");
  }

  private void overlaps() {
    for (int one = 0; one < labels.size(); one++) {
      for (int other = one + 1; other < labels.size(); other++) {
        Bounds both = common(labels.get(one).bounds(), labels.get(other).bounds());
        if (both.getWidth() > TOLERANCE && both.getHeight() > TOLERANCE) {
          note(
              Fault.OVERLAP,
              labels.get(one).label().getText() + " / " + labels.get(other).label().getText());
        }
      }
    }
  }

  private static double contrast(Text text, Node node) {
    Color ground = ground(node);
    Color letters = over((Color) text.getFill(), ground);
    double light = luminance(letters) + 0.05;
    double dark = luminance(ground) + 0.05;
    return Math.round(Math.max(light, dark) / Math.min(light, dark) * 100) / 100.0;
  }

  /** What the letters stand on: the fills of all that is under them, until one covers the rest. */
  private static Color ground(Node node) {
    if (node == null) {
      return Color.WHITE;
    }
    if (node instanceof Region region && region.getBackground() != null) {
      List<BackgroundFill> fills = region.getBackground().getFills();
      for (int place = fills.size() - 1; place >= 0; place--) {
        if (fills.get(place).getFill() instanceof Color colour && colour.getOpacity() > 0) {
          return colour.isOpaque() ? colour : over(colour, ground(node.getParent()));
        }
      }
    }
    return ground(node.getParent());
  }

  private static Color over(Color upper, Color lower) {
    return lower.interpolate(
        Color.color(upper.getRed(), upper.getGreen(), upper.getBlue()), upper.getOpacity());
  }

  /** WCAG 2.2, relative luminance. */
  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
