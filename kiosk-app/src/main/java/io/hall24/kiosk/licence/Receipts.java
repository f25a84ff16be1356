package io.hall24.kiosk.licence;

import io.hall24.kiosk.licence.LicenceForm.Align;
import io.hall24.kiosk.licence.LicenceForm.Anchor;
import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.licence.LicenceForm.QrPlace;
import io.hall24.kiosk.licence.LicenceForm.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints receipts. Belongs to the thread of its fonts. */
public final class Receipts {
  private static final Ink SOFT = new Ink(0x4A, 0x5A, 0x68);
  private static final int MOST_LINES = 12;

  /** Edge of a QR code with its quiet zone, mm. */
  private static final double CODE_SIZE = 30;

  private final Typesetter typesetter;
  private final boolean sample;

  /**
   * A printer of receipts.
   *
   * @param sample whether every receipt says that it is one of a demonstration
   */
  public Receipts(PaperFonts fonts, boolean sample) {
    this.typesetter = new Typesetter(fonts);
    this.sample = sample;
  }

  /** What a receipt is printed on. */
  public enum Medium {
    /** A page of 210 x 297 mm. */
    A4(210, 40, 12),
    /** A roll 80 mm wide, cut after the last line. */
    ROLL_80(80, 5, 9);

    private final double width;
    private final double margin;
    private final double size;

    Medium(double width, double margin, double size) {
      this.width = width;
      this.margin = margin;
      this.size = size;
    }

    private double heightFor(double content) {
      return switch (this) {
        case A4 -> 297;
        case ROLL_80 -> content + 2 * margin;
      };
    }
  }

  /**
   * Prints a receipt.
   *
   * @param language one of {@link io.hall24.kiosk.text.Texts#LANGUAGES}; the title stands in all of
   *     them
   */
  public Rendering print(Receipt receipt, Locale language, Medium medium) {
    var page = new Draft(medium);
    ReceiptText.of(receipt, language, sample).forEach(page::add);
    return page.print();
  }

  /** A receipt while its lines are put together, from the top down. */
  private final class Draft {
    private final Medium medium;
    private final double width;
    private final double em;
    private final List<Double> rules = new ArrayList<>();
    private final List<Typesetter.Fit.Fitted> lines = new ArrayList<>();
    private final List<QrSymbol> codes = new ArrayList<>();
    private Optional<Rendering> refusal = Optional.empty();
    private double y;

    Draft(Medium medium) {
      this.medium = medium;
      this.width = medium.width - 2 * medium.margin;
      this.em = medium.size / Paper.POINTS_PER_MM;
      this.y = medium.margin;
    }

    void add(ReceiptLine line) {
      switch (line) {
        case ReceiptLine.Title(var text, var others) -> {
          centred(text, new Style(FontFace.SERIF_BOLD, medium.size * 1.6, 8, 1.3, Ink.BLACK));
          others.forEach(other -> centred(other, style(FontFace.SANS, 0.85, SOFT)));
          rule();
        }
        case ReceiptLine.Headline(var text) ->
            centred(text, new Style(FontFace.SANS_BOLD, medium.size * 3, 8, 1.3, Ink.BLACK));
        case ReceiptLine.Pair(var caption, var value) -> pair(caption, value);
        case ReceiptLine.Note(var text) -> {
          y += em * 0.3;
          text(text, style(FontFace.SANS, 0.9, Ink.BLACK), medium.margin, width, Align.LEFT);
        }
        case ReceiptLine.Rule() -> rule();
        case ReceiptLine.Qr(var content) -> code(content);
      }
    }

    private void centred(String text, Style style) {
      text(text, style, medium.margin, width, Align.CENTRE);
    }

    /** Caption left, value right of it; a long one takes more lines. */
    private void pair(String caption, String value) {
      double column = width * 0.38;
      double top = y;
      text(caption, style(FontFace.SANS, 0.9, SOFT), medium.margin, column - em / 2, Align.LEFT);
      double below = y;
      y = top;
      text(
          value,
          style(FontFace.SANS, 1, Ink.BLACK),
          medium.margin + column,
          width - column,
          Align.LEFT);
      y = Math.max(y, below);
    }

    private void code(String content) {
      var place = new QrPlace((medium.width - CODE_SIZE) / 2, y, CODE_SIZE);
      QrSymbol.fit(content, place)
          .ifPresentOrElse(
              codes::add, () -> refusal = Optional.of(new Rendering.DoesNotFit(SheetPart.RECEIPT)));
      y += CODE_SIZE;
    }

    private Style style(FontFace face, double share, Ink ink) {
      double size = medium.size * share;
      return new Style(face, size, size, 1.4, ink);
    }

    private void text(String text, Style style, double left, double room, Align align) {
      double size = style.size() / Paper.POINTS_PER_MM;
      var field =
          new Field(
              style, left, y + 1.15 * Math.max(size, em), room, MOST_LINES, align, Anchor.FIRST);
      switch (typesetter.fit(field, text)) {
        case Typesetter.Fit.Fitted fitted -> {
          lines.add(fitted);
          y += (fitted.lines().size() * style.leading() + 0.25) * size;
        }
        case Typesetter.Fit.Missing none ->
            refusal = Optional.of(new Rendering.MissingGlyph(SheetPart.RECEIPT, none.codePoint()));
        case Typesetter.Fit.TooLong _ ->
            refusal = Optional.of(new Rendering.DoesNotFit(SheetPart.RECEIPT));
      }
    }

    private void rule() {
      y += em * 0.5;
      rules.add(y);
      y += em * 0.5;
    }

    Rendering print() {
      return refusal.orElseGet(() -> new Rendering.Rendered(draw()));
    }

    private Pdf draw() {
      try (var paper = new Paper(medium.width, medium.heightFor(y - medium.margin))) {
        for (double rule : rules) {
          paper.moveTo(medium.margin, rule).lineTo(medium.margin + width, rule).stroke(0.1, SOFT);
        }
        lines.forEach(fitted -> typesetter.draw(paper, fitted));
        codes.forEach(code -> code.draw(paper));
        return paper.finish();
      }
    }
  }
}
