package io.hall24.kiosk.licence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one copy of a licence looks on one kind of sheet: data, read from a file (see {@link
 * LicenceForms}). Lengths are millimetres from the upper left corner of the sheet, sizes of type
 * are points.
 *
 * @param name of the bundle of forms, e.g. {@code unofficial-sample-2019}
 * @param copy which copies it is for
 * @param width of the sheet
 * @param height of the sheet
 * @param labels fixed texts that the terminal prints, such as the annual-report sentence of a
 *     duplicate
 * @param sampleMark the 样本 that every sheet of an unofficial form carries
 * @param code the unified social credit code: its caption and number
 * @param qr where the QR code stands
 * @param parts optional places, by part of the sheet
 * @param items for every type of entity the items of its face, in the order of the file
 * @param stock what is printed on the sheet beforehand
 */
public record LicenceForm(
    String name,
    CopyKind copy,
    double width,
    double height,
    List<Label> labels,
    Optional<Label> sampleMark,
    CodePlace code,
    QrPlace qr,
    Map<SheetPart, PartPlace> parts,
    Map<EntityType, List<ItemPlace>> items,
    Stock stock) {
  public LicenceForm {
    labels = List.copyOf(labels);
    parts = Map.copyOf(parts);
    items = Map.copyOf(items);
  }

  /** 正本 or 副本. */
  public enum CopyKind {
    ORIGINAL,
    DUPLICATE;

    /** Which kind a copy is of. */
    public static CopyKind of(Copy copy) {
      return switch (copy) {
        case Copy.Original _ -> ORIGINAL;
        case Copy.Duplicate _ -> DUPLICATE;
      };
    }
  }

  /** Where a line of text is held. */
  public enum Align {
    LEFT,
    CENTRE,
    RIGHT,
    /** Spread over the width, character by character, as captions of two and of four characters. */
    SPREAD
  }

  /**
   * A way to set text.
   *
   * @param face of the font
   * @param size points
   * @param leastSize to which a long text may shrink, points
   * @param leading distance of lines, in sizes
   * @param ink colour
   */
  public record Style(FontFace face, double size, double leastSize, double leading, Ink ink) {}

  /**
   * A fixed text of one line.
   *
   * @param left edge of the room
   * @param baseline from the top
   * @param width of the room, 0 if the text starts at {@code left} and takes what it needs
   * @param degrees turned counter-clockwise
   */
  public record Label(
      String text,
      Style style,
      double left,
      double baseline,
      double width,
      Align align,
      double degrees) {}

  /** Which line of a text of several lines stands on the baseline of its row. */
  public enum Anchor {
    FIRST,
    /** The lines stand around the baseline, half above and half below it. */
    MIDDLE
  }

  /**
   * Room for a text that the registry decides.
   *
   * @param left edge
   * @param baseline of the row, from the top
   * @param width of a line
   * @param lines at full size; a text that shrinks may take more lines in the same height
   */
  public record Field(
      Style style,
      double left,
      double baseline,
      double width,
      int lines,
      Align align,
      Anchor anchor) {

    /** Upper edge of the room. */
    double top() {
      return firstBaseline(lines, style.size()) - style.size() / Paper.POINTS_PER_MM;
    }

    /** Where the first of so many lines of a size in points stands. */
    double firstBaseline(int count, double size) {
      return switch (anchor) {
        case FIRST -> baseline;
        case MIDDLE -> baseline - (count - 1) * style.leading() * size / Paper.POINTS_PER_MM / 2;
      };
    }

    /** From the upper edge of the first line to the lower edge of the last one. */
    double depth() {
      return ((lines - 1) * style.leading() + 1.25) * style.size() / Paper.POINTS_PER_MM;
    }
  }

  /** The unified social credit code. */
  public record CodePlace(Label caption, Field number) {}

  /** A part that not every licence has, with the words before it, which only stand beside it. */
  public record PartPlace(Optional<Label> caption, Field text) {}

  /**
   * Where the QR code stands.
   *
   * @param left edge
   * @param top edge
   * @param size of the square, with the quiet zone of four modules around
   */
  public record QrPlace(double left, double top, double size) {}

  /**
   * One item of the face.
   *
   * @param optional whether a face may lack it, such as the name of an individual business
   */
  public record ItemPlace(FaceItem item, boolean optional, Label caption, Field text) {}

  /**
   * What the invented stock of a demonstration has on it before the terminal prints; a form for
   * real stock describes it for the preview on the screen.
   *
   * @param labels title, footer, captions
   * @param mark 样本 across invented stock; real stock has none
   * @param previewMark 样本 across a preview, under its text
   * @param border outer edge of the ornamental border
   * @param emblem place of the emblem, as a sketch
   * @param seal place of the authority's seal, as a sketch
   * @param number of the sheet
   */
  public record Stock(
      List<Label> labels,
      Optional<Label> mark,
      Label previewMark,
      Border border,
      Disc emblem,
      Disc seal,
      NumberPlace number) {
    public Stock {
      labels = List.copyOf(labels);
    }
  }

  /**
   * An ornamental border.
   *
   * @param band width of the ornament
   * @param ink colour of its lines
   */
  public record Border(
      double left, double top, double width, double height, double band, Ink ink) {}

  /** A round place, with a word in it. */
  public record Disc(double x, double y, double radius, Label label) {}

  /**
   * The number of a sheet, as a Code 128 with the digits under it.
   *
   * @param prefix before the digits
   * @param digits how many
   */
  public record NumberPlace(
      String prefix, int digits, double left, double top, double width, double height, Field text) {
    /** The number of the n-th sheet, from 1. */
    public String number(int sheet) {
      String counted = Integer.toString(sheet);
      if (sheet < 1 || counted.length() > digits) {
        throw new IllegalArgumentException("sheet " + sheet);
      }
      return prefix + "0".repeat(digits - counted.length()) + counted;
    }

    /** Whether a text is a number of this stock. */
    public boolean matches(String text) {
      return text.startsWith(prefix)
          && text.length() == prefix.length() + digits
          && text.substring(prefix.length()).chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }

  /** Every text that is the form's own: captions, labels, marks, what is on the stock. */
  Stream<Label> fixedTexts() {
    Stream<Label> captions =
        Stream.concat(
            parts.values().stream().flatMap(part -> part.caption().stream()),
            items.values().stream().flatMap(List::stream).map(ItemPlace::caption));
    Stream<Label> stocked =
        Stream.concat(
            Stream.of(stock.previewMark(), stock.emblem().label(), stock.seal().label()),
            Stream.concat(stock.mark().stream(), stock.labels().stream()));
    return Stream.of(
            labels.stream(), sampleMark.stream(), Stream.of(code.caption()), captions, stocked)
        .flatMap(texts -> texts);
  }

  /** The items of a type of entity, if the form knows it. */
  Optional<List<ItemPlace>> itemsOf(EntityType type) {
    return Optional.ofNullable(items.get(type));
  }

  /** Whether sheets of this form must carry 样本, because no authority signed it. */
  public boolean sample() {
    return name.startsWith("unofficial-sample");
  }
}
