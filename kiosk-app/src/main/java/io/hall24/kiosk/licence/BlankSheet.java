package io.hall24.kiosk.licence;

import com.google.zxing.oned.Code128Writer;
import io.hall24.kiosk.licence.LicenceForm.Border;
import io.hall24.kiosk.licence.LicenceForm.Disc;
import io.hall24.kiosk.licence.LicenceForm.NumberPlace;
import io.hall24.kiosk.licence.LicenceForm.Stock;

/**
 * What is on a sheet of stock before the terminal prints: an own drawing with sketches in the
 * places of emblem and seal, never a copy of the real ones.
 */
public final class BlankSheet {
  private static final double THICK = 0.7;
  private static final double THIN = 0.2;

  /** Of the braid, about, mm; a whole number of them fills a side. */
  private static final double WAVE_LENGTH = 9;

  /** Where the handles of a half wave stand, as a share of its length. */
  private static final double WAVE = 0.3642;

  private final Typesetter typesetter;

  /** Draws with these fonts, on their thread. */
  public BlankSheet(PaperFonts fonts) {
    this.typesetter = new Typesetter(fonts);
  }

  /**
   * Prints the n-th sheet of invented stock.
   *
   * @param sheet from 1
   */
  public Pdf print(LicenceForm form, int sheet) {
    try (var paper = new Paper(form.width(), form.height())) {
      form.stock().mark().ifPresent(mark -> typesetter.draw(paper, mark));
      draw(paper, form.stock());
      number(paper, form.stock().number(), sheet);
      return paper.finish();
    }
  }

  void draw(Paper paper, Stock stock) {
    border(paper, stock.border());
    emblem(paper, stock.emblem());
    seal(paper, stock.seal());
    stock.labels().forEach(label -> typesetter.draw(paper, label));
  }

  /** The proportions are those of a band of 9 mm. */
  private static void border(Paper paper, Border border) {
    double band = border.band();
    double unit = band / 9;
    frame(paper, border, 0, THICK * unit);
    frame(paper, border, 1.1 * unit, THIN * unit);
    frame(paper, border, band - 1.1 * unit, THIN * unit);
    frame(paper, border, band, THICK * unit / 2);
    for (double share : new double[] {1, 0.66, 0.33}) {
      braid(paper, border, band / 2, share * 2.8 * unit);
    }
    paper.stroke(THIN * unit, border.ink());
    corners(paper, border, unit);
  }

  private static void frame(Paper paper, Border border, double inset, double width) {
    paper
        .rectangle(
            border.left() + inset,
            border.top() + inset,
            border.width() - 2 * inset,
            border.height() - 2 * inset)
        .stroke(width, border.ink());
  }

  /** Two waves against each other along each side, from corner to corner. */
  private static void braid(Paper paper, Border border, double inset, double height) {
    double band = border.band();
    double right = border.left() + border.width();
    double bottom = border.top() + border.height();
    for (double crest : new double[] {height, -height}) {
      wave(paper, border.left() + band, right - band, border.top() + inset, crest, false);
      wave(paper, border.left() + band, right - band, bottom - inset, crest, false);
      wave(paper, border.top() + band, bottom - band, border.left() + inset, crest, true);
      wave(paper, border.top() + band, bottom - band, right - inset, crest, true);
    }
  }

  private static void wave(
      Paper paper, double from, double to, double middle, double crest, boolean upright) {
    long halves = 2 * Math.round((to - from) / WAVE_LENGTH);
    double half = (to - from) / halves;
    double height = crest;
    move(paper, from, middle + height, upright);
    for (int i = 0; i < halves; i++) {
      double start = from + i * half;
      curve(paper, start, half, middle, height, upright);
      height = -height;
    }
  }

  private static void move(Paper paper, double along, double across, boolean upright) {
    if (upright) {
      paper.moveTo(across, along);
    } else {
      paper.moveTo(along, across);
    }
  }

  private static void curve(
      Paper paper, double start, double half, double middle, double height, boolean upright) {
    double first = start + WAVE * half;
    double second = start + (1 - WAVE) * half;
    double end = start + half;
    double high = middle + height;
    double low = middle - height;
    if (upright) {
      paper.curveTo(high, first, low, second, low, end);
    } else {
      paper.curveTo(first, high, second, low, end, low);
    }
  }

  private static void corners(Paper paper, Border border, double unit) {
    double half = border.band() / 2;
    double[] columns = {border.left() + half, border.left() + border.width() - half};
    double[] rows = {border.top() + half, border.top() + border.height() - half};
    for (double x : columns) {
      for (double y : rows) {
        rosette(paper, x, y, half - 1.3 * unit, 8);
        paper.stroke(THIN * unit, border.ink());
        paper.circle(x, y, half * 0.28).fill(border.ink());
      }
    }
  }

  /** Interlaced petals around a point, the pattern of printed security paper. */
  private static void rosette(Paper paper, double x, double y, double radius, int petals) {
    int steps = petals * 24;
    for (double phase : new double[] {0, Math.PI}) {
      for (int i = 0; i <= steps; i++) {
        double angle = 2 * Math.PI * i / steps;
        double reach = radius * (0.8 + 0.2 * Math.cos(petals * angle + phase));
        double px = x + reach * Math.cos(angle);
        double py = y + reach * Math.sin(angle);
        if (i == 0) {
          paper.moveTo(px, py);
        } else {
          paper.lineTo(px, py);
        }
      }
    }
  }

  private void emblem(Paper paper, Disc disc) {
    Ink ink = disc.label().style().ink();
    double unit = disc.radius() / 17;
    paper.circle(disc.x(), disc.y(), disc.radius()).stroke(THICK * unit / 2, ink);
    paper.circle(disc.x(), disc.y(), disc.radius() - unit).stroke(THIN * unit, ink);
    rosette(paper, disc.x(), disc.y(), disc.radius() - 1.6 * unit, 18);
    paper.stroke(THIN * unit, ink);
    paper.circle(disc.x(), disc.y(), disc.radius() * 0.54).stroke(THIN * unit, ink);
    typesetter.draw(paper, disc.label());
  }

  private void seal(Paper paper, Disc disc) {
    Ink ink = disc.label().style().ink();
    paper.circle(disc.x(), disc.y(), disc.radius()).stroke(THICK, ink);
    typesetter.draw(paper, disc.label());
  }

  private void number(Paper paper, NumberPlace place, int sheet) {
    String number = place.number(sheet);
    boolean[] bars = new Code128Writer().encode(number);
    double bar = place.width() / bars.length;
    for (int i = 0; i < bars.length; i++) {
      int end = i;
      while (end < bars.length && bars[end]) {
        end++;
      }
      if (end > i) {
        paper.rectangle(place.left() + i * bar, place.top(), (end - i) * bar, place.height());
        i = end - 1;
      }
    }
    paper.fill(Ink.BLACK);
    switch (typesetter.fit(place.text(), number)) {
      case Typesetter.Fit.Fitted fitted -> typesetter.draw(paper, fitted);
      case Typesetter.Fit.TooLong _, Typesetter.Fit.Missing _ ->
          throw new IllegalArgumentException("no room for the number of a sheet");
    }
  }
}
