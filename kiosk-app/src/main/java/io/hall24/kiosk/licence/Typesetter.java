package io.hall24.kiosk.licence;

import io.hall24.kiosk.licence.LicenceForm.Align;
import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.licence.LicenceForm.Label;
import io.hall24.kiosk.licence.LicenceForm.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets text into the rooms of a form, and draws it. */
final class Typesetter {
  private static final double SHRINK_STEP = 0.5;

  /** Most that a full line is stretched to meet the right edge, in em a character. */
  private static final double STRETCH = 0.08;

  private final PaperFonts fonts;

  Typesetter(PaperFonts fonts) {
    this.fonts = fonts;
  }

  /** How a text stands in its room. */
  sealed interface Fit {
    /** It stands. */
    record Fitted(Field field, List<LineBreaker.Line> lines, double size) implements Fit {}

    /** Not even at the least size. */
    record TooLong() implements Fit {}

    /** No font has a character. */
    record Missing(int codePoint) implements Fit {}
  }

  Fit fit(Field field, String text) {
    Style style = field.style();
    var missing = text.codePoints().filter(c -> fonts.glyph(style.face(), c).isEmpty()).findFirst();
    if (missing.isPresent()) {
      return new Fit.Missing(missing.getAsInt());
    }
    var breaker = new LineBreaker(text, c -> advance(style, c));
    double room = field.lines() * style.leading() * style.size();
    for (double size = style.size(); size >= style.leastSize(); size -= SHRINK_STEP) {
      List<LineBreaker.Line> lines = breaker.lines(field.width() * Paper.POINTS_PER_MM / size);
      int most = (int) Math.floor(room / (style.leading() * size) + 1e-9);
      if (lines.size() <= most) {
        return new Fit.Fitted(field, lines, size);
      }
    }
    return new Fit.TooLong();
  }

  private double advance(Style style, int character) {
    return fonts.glyph(style.face(), character).map(PaperFonts.Glyph::advance).orElse(1.0);
  }

  void draw(Paper paper, Fit.Fitted fitted) {
    Field field = fitted.field();
    double size = fitted.size() / Paper.POINTS_PER_MM;
    double baseline = field.firstBaseline(fitted.lines().size(), fitted.size());
    int last = fitted.lines().size() - 1;
    for (int i = 0; i <= last; i++) {
      LineBreaker.Line line = fitted.lines().get(i);
      List<PlacedGlyph> glyphs = placed(field.style(), line);
      double spacing = i == last ? 0 : stretch(line, field.width() / size) * size;
      double left = field.left() + indent(field.align(), field.width() - line.width() * size);
      paper.glyphs(glyphs, left, baseline, fitted.size(), spacing, 0, field.style().ink());
      baseline += field.style().leading() * size;
    }
  }

  private List<PlacedGlyph> placed(Style style, LineBreaker.Line line) {
    List<PlacedGlyph> placed = new ArrayList<>();
    int[] characters = line.text().codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      placed.add(new PlacedGlyph(present(style, characters[i]), line.tightened().get(i)));
    }
    return placed;
  }

  /** A line that nearly reaches the edge is stretched to it; one that breaks early is not. */
  private static double stretch(LineBreaker.Line line, double width) {
    double each = (width - line.width()) / Math.max(1, line.tightened().size() - 1);
    return each > 0 && each <= STRETCH ? each : 0;
  }

  /** A caption that is too long for its column is set smaller. */
  void draw(Paper paper, Label label) {
    List<PaperFonts.Glyph> glyphs = glyphs(label.style(), label.text());
    double natural = width(glyphs) * label.style().size() / Paper.POINTS_PER_MM;
    double shrink = label.width() == 0 ? 1 : Math.min(1, label.width() / natural);
    double rest = label.width() == 0 ? 0 : label.width() - natural * shrink;
    double spacing = label.align() == Align.SPREAD ? rest / Math.max(1, glyphs.size() - 1) : 0;
    paper.glyphs(
        glyphs.stream().map(glyph -> new PlacedGlyph(glyph, 0)).toList(),
        label.left() + indent(label.align(), rest),
        label.baseline(),
        label.style().size() * shrink,
        spacing,
        label.degrees(),
        label.style().ink());
  }

  private static double indent(Align align, double rest) {
    return switch (align) {
      case LEFT, SPREAD -> 0;
      case CENTRE -> rest / 2;
      case RIGHT -> rest;
    };
  }

  private static double width(List<PaperFonts.Glyph> glyphs) {
    return glyphs.stream().mapToDouble(PaperFonts.Glyph::advance).sum();
  }

  private List<PaperFonts.Glyph> glyphs(Style style, String text) {
    List<PaperFonts.Glyph> glyphs = new ArrayList<>();
    text.codePoints().forEach(c -> glyphs.add(present(style, c)));
    return glyphs;
  }

  private PaperFonts.Glyph present(Style style, int character) {
    Optional<PaperFonts.Glyph> glyph = fonts.glyph(style.face(), character);
    return glyph.orElseThrow(() ->
        new IllegalArgumentException(
            "no font has U+" + Integer.toHexString(character) + " of a fixed text"));
  }
}
