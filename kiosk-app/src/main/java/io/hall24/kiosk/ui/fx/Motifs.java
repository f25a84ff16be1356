package io.hall24.kiosk.ui.fx;

import static io.hall24.kiosk.ui.fx.Drawing.styled;

import io.hall24.kiosk.ui.Picture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/** The drawings that show what to do or what happens. */
final class Motifs {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 400;
  private static final double HIDDEN = 180;

  private Motifs() {}

  static Drawing of(Picture.Motif motif) {
    List<Shape> shapes =
        switch (motif) {
          case PLACE_DOCUMENT -> joined(reader(), document(140, 40), arrow(260, 232, 290, true));
          case READING -> joined(reader(), document(140, 176), waves());
          case ASKING -> joined(house(), sheet(60, 150, 0.8), link());
          case TAKE_SHEET -> joined(output(), sheet(170, 96, 1.2), arrow(452, 200, 330, true));
          case TAKE_DOCUMENT -> joined(reader(), document(140, 110), arrow(260, 84, 8, true));
          case DONE -> joined(sheet(130, 30, 1.6), tick(380, 300));
          case KEPT -> joined(folder());
          case COUNTER -> joined(counter());
          case GOODBYE -> joined(door());
          case NOTICE -> joined(sheet(80, 60, 1.3), lock());
          case SHOW_CODE -> joined(sheet(150, 20, 1.3), code(310, 190), beam());
          case DEPOSIT -> joined(sheet(166, 24, 1.15), slot(), arrow(452, 120, 250, true));
          case PHONE_CODE -> joined(phone(), waves());
          case CARD_NUMBER -> joined(dataPage(), cardNumber());
          case ZONE -> joined(dataPage(), zone());
        };
    return new Drawing(WIDTH, HEIGHT, shapes.toArray(Shape[]::new));
  }

  /** The licence of the first screen. */
  static Drawing licence() {
    Drawing licence = new Drawing(176, 226, sheet(0, 0, 1.1).toArray(Shape[]::new));
    licence.setMinSize(176, 226);
    return licence;
  }

  /** The printer with the sheet as far out as the stages say. */
  static Drawing printer(int done, int stages) {
    double out = HIDDEN - HIDDEN * done / Math.max(1, stages - 1);
    List<Shape> shapes = new ArrayList<>(sheet(182, 6 + out, 0.98));
    shapes.add(styled(rounded(80, 190, 360, 200, 28), "draw-deep"));
    shapes.add(styled(rounded(135, 178, 250, 24, 10), "draw-dark"));
    shapes.add(styled(new Circle(400, 232, 11), "draw-light"));
    shapes.add(styled(rounded(120, 378, 280, 22, 8), "draw-dark"));
    return new Drawing(WIDTH, HEIGHT, shapes.toArray(Shape[]::new));
  }

  /** Head and shoulders of nobody. */
  static List<Shape> silhouette(double width, double height) {
    double x = width / 2;
    double unit = height / 800;
    return List.of(
        styled(new javafx.scene.shape.Ellipse(x, height * 0.42, 118 * unit, 152 * unit), "nobody"),
        styled(
            path(
                String.format(
                    java.util.Locale.ROOT,
                    "M%f %f c0 -%f %f -%f %f -%f s%f %f %f %f z",
                    x - 250 * unit,
                    height,
                    190 * unit,
                    120 * unit,
                    228 * unit,
                    250 * unit,
                    228 * unit,
                    250 * unit,
                    38 * unit,
                    250 * unit,
                    228 * unit)),
            "nobody"));
  }

  @SafeVarargs
  private static List<Shape> joined(List<Shape>... parts) {
    List<Shape> all = new ArrayList<>();
    for (List<Shape> part : parts) {
      Collections.addAll(all, part.toArray(Shape[]::new));
    }
    return all;
  }

  private static Rectangle rounded(double x, double y, double width, double height, double arc) {
    Rectangle rectangle = new Rectangle(x, y, width, height);
    rectangle.setArcWidth(arc);
    rectangle.setArcHeight(arc);
    return rectangle;
  }

  private static SVGPath path(String content) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    return path;
  }

  /** The squares of a code, as on a sheet, in no order that means anything. */
  private static List<Shape> code(double x, double y) {
    return List.of(
        styled(rounded(x - 10, y - 10, 96, 96, 8), "draw-card"),
        styled(rounded(x, y, 28, 28, 4), "draw-deep"),
        styled(rounded(x + 48, y, 28, 28, 4), "draw-deep"),
        styled(rounded(x, y + 48, 28, 28, 4), "draw-deep"),
        styled(rounded(x + 44, y + 44, 12, 12, 2), "draw-deep"),
        styled(rounded(x + 62, y + 62, 14, 14, 2), "draw-deep"));
  }

  /** A scanner under it. */
  private static List<Shape> beam() {
    return List.of(
        styled(new Line(348, 290, 300, 352), "draw-thin"),
        styled(new Line(348, 290, 396, 352), "draw-thin"),
        styled(rounded(268, 352, 160, 44, 18), "draw-deep"),
        styled(new Circle(348, 374, 11), "draw-light"));
  }

  /** A locked box with an open slot. */
  private static List<Shape> slot() {
    return List.of(
        styled(rounded(90, 236, 340, 150, 28), "draw-deep"),
        styled(rounded(140, 250, 240, 20, 10), "draw-light"),
        styled(new Circle(260, 330, 16), "draw-hole"),
        styled(rounded(254, 332, 12, 34, 6), "draw-hole"));
  }

  private static List<Shape> sheet(double x, double y, double size) {
    return List.of(
        styled(rounded(x, y, 160 * size, 205 * size, 10), "draw-card"),
        styled(rounded(x + 9 * size, y + 9 * size, 142 * size, 187 * size, 6), "draw-paper"),
        styled(new Circle(x + 80 * size, y + 38 * size, 14 * size), "draw-seal"),
        styled(rounded(x + 42 * size, y + 64 * size, 76 * size, 9 * size, 6), "draw-deep"),
        styled(rounded(x + 28 * size, y + 96 * size, 104 * size, 6 * size, 6), "draw-quiet"),
        styled(rounded(x + 28 * size, y + 113 * size, 104 * size, 6 * size, 6), "draw-quiet"),
        styled(rounded(x + 28 * size, y + 130 * size, 70 * size, 6 * size, 6), "draw-quiet"),
        styled(new Circle(x + 117 * size, y + 160 * size, 19 * size), "draw-ring"));
  }

  private static List<Shape> document(double x, double y) {
    return List.of(
        styled(rounded(x, y, 240, 152, 22), "draw-card"),
        styled(rounded(x + 20, y + 24, 62, 78, 12), "draw-quiet"),
        styled(new Circle(x + 51, y + 52, 15), "draw-deep"),
        styled(path("M" + (x + 26) + " " + (y + 102) + " a25 26 0 0 1 50 0 z"), "draw-deep"),
        styled(rounded(x + 102, y + 30, 112, 12, 8), "draw-deep"),
        styled(rounded(x + 102, y + 58, 90, 9, 8), "draw-quiet"),
        styled(rounded(x + 102, y + 82, 104, 9, 8), "draw-quiet"),
        styled(rounded(x + 20, y + 120, 198, 10, 8), "draw-quiet"));
  }

  private static List<Shape> reader() {
    return List.of(
        styled(rounded(70, 300, 380, 76, 30), "draw-deep"),
        styled(rounded(120, 314, 280, 12, 10), "draw-light"));
  }

  private static List<Shape> arrow(double x, double from, double to, boolean bold) {
    double head = to > from ? -26 : 26;
    String style = bold ? "draw-bold" : "draw-line";
    return List.of(
        styled(new Line(x, from, x, to), style),
        styled(new Polyline(x - 26, to + head, x, to, x + 26, to + head), style));
  }

  private static List<Shape> waves() {
    return List.of(
        styled(path("M222 130 a54 54 0 0 1 76 0"), "draw-bold"),
        styled(path("M190 98 a100 100 0 0 1 140 0"), "draw-bold"),
        styled(path("M158 66 a146 146 0 0 1 204 0"), "draw-bold"));
  }

  private static List<Shape> house() {
    return List.of(
        styled(path("M300 130 L400 66 L500 130 z"), "draw-deep"),
        styled(rounded(312, 142, 28, 130, 6), "draw-deep"),
        styled(rounded(386, 142, 28, 130, 6), "draw-deep"),
        styled(rounded(460, 142, 28, 130, 6), "draw-deep"),
        styled(rounded(296, 284, 208, 26, 8), "draw-deep"));
  }

  private static List<Shape> link() {
    return List.of(
        styled(new Circle(216, 230, 8), "draw-deep"),
        styled(new Circle(244, 230, 8), "draw-deep"),
        styled(new Circle(272, 230, 8), "draw-deep"));
  }

  private static List<Shape> output() {
    return List.of(
        styled(rounded(60, 30, 400, 90, 28), "draw-deep"),
        styled(rounded(120, 92, 280, 18, 10), "draw-light"));
  }

  private static List<Shape> tick(double x, double y) {
    return List.of(
        styled(new Circle(x, y, 66), "draw-ok"),
        styled(new Polyline(x - 30, y + 2, x - 8, y + 24, x + 32, y - 20), "draw-check"));
  }

  private static List<Shape> folder() {
    List<Shape> all = new ArrayList<>(sheet(190, 30, 0.9));
    all.add(
        styled(
            path(
                "M90 150 h130 l26 34 h184 a20 20 0 0 1 20 20 v140 a20 20 0 0 1 -20 20 h-340"
                    + " a20 20 0 0 1 -20 -20 v-174 a20 20 0 0 1 20 -20 z"),
            "draw-deep"));
    return all;
  }

  private static List<Shape> counter() {
    return List.of(
        styled(new Circle(260, 104, 52), "draw-quiet"),
        styled(path("M164 262 c0 -70 40 -92 96 -92 s96 22 96 92 z"), "draw-quiet"),
        styled(rounded(60, 254, 400, 34, 14), "draw-deep"),
        styled(rounded(90, 288, 340, 86, 8), "draw-deep"),
        styled(rounded(330, 226, 86, 28, 6), "draw-card"));
  }

  private static List<Shape> door() {
    return List.of(
        styled(rounded(170, 40, 180, 320, 12), "draw-deep"),
        styled(path("M190 60 l110 30 v270 l-110 -16 z"), "draw-card"),
        styled(new Circle(282, 214, 9), "draw-deep"),
        styled(rounded(100, 356, 320, 14, 8), "draw-deep"));
  }

  private static List<Shape> lock() {
    return List.of(
        styled(path("M346 230 v-46 a54 54 0 0 1 108 0 v46"), "draw-bold"),
        styled(rounded(312, 224, 176, 132, 28), "draw-deep"),
        styled(new Circle(400, 278, 17), "draw-hole"),
        styled(rounded(393, 284, 14, 36, 8), "draw-hole"));
  }

  /** A document with the place of its six digits marked. */
  private static List<Shape> dataPage() {
    List<Shape> all = new ArrayList<>();
    all.add(styled(rounded(30, 60, 460, 290, 34), "draw-card"));
    all.add(styled(rounded(66, 104, 116, 148, 18), "draw-quiet"));
    all.add(styled(new Circle(124, 158, 29), "draw-deep"));
    all.add(styled(path("M76 252 a48 50 0 0 1 96 0 z"), "draw-deep"));
    all.add(styled(rounded(216, 116, 220, 20, 12), "draw-deep"));
    all.add(styled(rounded(216, 160, 176, 16, 12), "draw-quiet"));
    all.add(styled(rounded(216, 200, 204, 16, 12), "draw-quiet"));
    return all;
  }

  /** Two lines of letters, of which the lower one counts. */
  private static List<Shape> zone() {
    return List.of(
        styled(rounded(66, 270, 388, 14, 7), "draw-quiet"),
        styled(rounded(54, 294, 412, 44, 18), "draw-mark"),
        styled(rounded(66, 308, 388, 14, 7), "draw-deep"));
  }

  private static List<Shape> cardNumber() {
    List<Shape> all = new ArrayList<>();
    all.add(styled(rounded(66, 292, 190, 18, 12), "draw-quiet"));
    all.add(styled(rounded(300, 262, 158, 62, 24), "draw-mark"));
    for (int digit = 0; digit < 6; digit++) {
      all.add(styled(new Circle(324 + 22.0 * digit, 293, 7), "draw-deep"));
    }
    return all;
  }

  /** A telephone that shows a code which says nothing. */
  private static List<Shape> phone() {
    List<Shape> all = new ArrayList<>();
    all.add(styled(rounded(160, 20, 200, 250, 28), "draw-deep"));
    all.add(styled(rounded(176, 48, 168, 196, 12), "draw-card"));
    for (int corner = 0; corner < 3; corner++) {
      double x = corner == 1 ? 278 : 196;
      double y = corner == 2 ? 170 : 88;
      all.add(styled(rounded(x, y, 46, 46, 8), "draw-deep"));
      all.add(styled(rounded(x + 12, y + 12, 22, 22, 4), "draw-card"));
    }
    for (int dot = 0; dot < 5; dot++) {
      all.add(
          styled(
              rounded(272 + 26.0 * (dot % 2), 168 + 20.0 * Math.floorDiv(dot, 2), 14, 14, 3),
              "draw-deep"));
    }
    return all;
  }
}
