package io.hall24.kiosk.licence;

import io.hall24.config.Profile.Placement;
import io.hall24.kiosk.licence.LicenceForm.Align;
import io.hall24.kiosk.licence.LicenceForm.Label;
import io.hall24.kiosk.licence.LicenceForm.Style;
import java.util.Locale;

/**
 * Shows where a printer really puts what is sent to it: a cross every 10 mm on plain paper, and
 * four circled ones to measure from the paper's edges.
 */
public final class CalibrationPage {
  private static final int STEP = 10;

  /** Every so many crosses have their distance from the edge written beside them. */
  private static final int NUMBERED = 5;

  /** Of a circled cross from the edges of the form, mm. */
  private static final int MARGIN = 20;

  private static final double HAIRLINE = 0.1;
  private static final double SMALL = 2;
  private static final double LARGE = 4;
  private static final Style NUMBERS = new Style(FontFace.SANS, 7, 7, 1.3, Ink.BLACK);
  private static final Style TEXT = new Style(FontFace.SANS, 10, 10, 1.4, Ink.BLACK);

  private final Typesetter typesetter;

  /** Draws with these fonts, on their thread. */
  public CalibrationPage(PaperFonts fonts) {
    this.typesetter = new Typesetter(fonts);
  }

  /** The page for the sheets of a form, printed as the form would be. */
  public Pdf print(LicenceForm form, Placement placement) {
    try (var paper = new Paper(form.width(), form.height(), placement)) {
      for (int x = STEP; x < form.width(); x += STEP) {
        for (int y = STEP; y < form.height(); y += STEP) {
          boolean numbered = x % (STEP * NUMBERED) == 0 || y % (STEP * NUMBERED) == 0;
          cross(paper, x, y, numbered ? LARGE : SMALL);
        }
      }
      paper.stroke(HAIRLINE, Ink.BLACK);
      numbers(paper, form);
      for (int x : new int[] {MARGIN, right(form)}) {
        for (int y : new int[] {MARGIN, bottom(form)}) {
          paper.circle(x, y, LARGE).stroke(HAIRLINE * 3, Ink.BLACK);
        }
      }
      explain(paper, form, placement);
      return paper.finish();
    }
  }

  private static int right(LicenceForm form) {
    return (int) (form.width() - MARGIN) / STEP * STEP;
  }

  private static int bottom(LicenceForm form) {
    return (int) (form.height() - MARGIN) / STEP * STEP;
  }

  private static void cross(Paper paper, double x, double y, double length) {
    paper.moveTo(x - length / 2, y).lineTo(x + length / 2, y);
    paper.moveTo(x, y - length / 2).lineTo(x, y + length / 2);
  }

  private void numbers(Paper paper, LicenceForm form) {
    for (int x = STEP * NUMBERED; x < form.width(); x += STEP * NUMBERED) {
      write(paper, Integer.toString(x), NUMBERS, x + 1, STEP - 1, 0);
    }
    for (int y = STEP * NUMBERED; y < form.height(); y += STEP * NUMBERED) {
      write(paper, Integer.toString(y), NUMBERS, STEP + 1, y - 1, 0);
    }
  }

  private void explain(Paper paper, LicenceForm form, Placement placement) {
    double left = STEP * 4.2;
    String size =
        String.format(
            Locale.ROOT, "校准页 calibration page  %.0f x %.0f mm", form.width(), form.height());
    String now =
        String.format(
            Locale.ROOT,
            "right %.2f  down %.2f  across %.5f  along %.5f",
            placement.right(),
            placement.down(),
            placement.across(),
            placement.along());
    String measure =
        "实测四个圆圈中心到纸边的距离 measure the circled crosses from the paper's edges: (%d, %d) (%d, %d)"
            .formatted(MARGIN, MARGIN, right(form), bottom(form));
    write(paper, size, TEXT, left, STEP * 3.7, 0);
    write(paper, now, TEXT, left, STEP * 4.7, 0);
    write(paper, measure, TEXT, left, STEP * 5.7, 0);
  }

  private void write(Paper paper, String text, Style style, double x, double y, double width) {
    typesetter.draw(paper, new Label(text, style, x, y, width, Align.LEFT, 0));
  }

  /**
   * A point on paper.
   *
   * @param x mm from the left edge
   * @param y mm from the upper edge
   */
  public record Point(double x, double y) {}

  /**
   * The placement with which this printer would have hit, after what was measured.
   *
   * @param printed the placement that the measured page was printed with
   * @param first where the upper left circled cross is
   * @param last where the lower right one is
   */
  public static Placement correct(LicenceForm form, Placement printed, Point first, Point last) {
    double across = (last.x() - first.x()) / (printed.across() * (right(form) - MARGIN));
    double along = (last.y() - first.y()) / (printed.along() * (bottom(form) - MARGIN));
    double right = first.x() - across * (printed.right() + printed.across() * MARGIN);
    double down = first.y() - along * (printed.down() + printed.along() * MARGIN);
    return new Placement(-right / across, -down / along, 1 / across, 1 / along);
  }
}
