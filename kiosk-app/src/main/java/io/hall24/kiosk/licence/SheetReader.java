package io.hall24.kiosk.licence;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import io.hall24.device.SheetPicture;
import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.licence.Plane.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads back what stands on a sheet. The sheet is first brought back to how the form has it: by its
 * edges when they are seen, as it is when it fills the picture, or by its QR code wherever that is.
 * Belongs to the thread of its fonts.
 */
public final class SheetReader {
  /** How much a picture may differ in size from the form, as a share. */
  private static final double SIZE_TOLERANCE = 0.05;

  /** What is darker than this share of the paper around it is ink. */
  private static final double INK = 0.6;

  /** A print that lies nearer than this to where it should, mm, is taken as it is. */
  private static final double STRAIGHT = 0.4;

  private static final int FINE_DPI = 150;

  private final List<LicenceForm> forms;
  private final Optional<CodeReader> codes;

  /**
   * Reads sheets of these forms.
   *
   * @param fonts with which they were printed; without them the credit code is not read
   */
  public SheetReader(LicenceForms forms, Optional<PaperFonts> fonts) {
    this.forms = List.of(forms.original(), forms.duplicate());
    this.codes = fonts.map(CodeReader::new);
  }

  /** Reads what can be read; a damaged or unprinted code is simply absent. */
  public SheetReading read(SheetPicture picture) {
    List<FlatSheet> flat = new ArrayList<>(byEdges(picture));
    flat.addAll(filling(picture));
    List<SheetReading> unprinted = new ArrayList<>();
    for (FlatSheet sheet : flat) {
      SheetReading reading = read(sheet);
      if (reading.qr().isPresent()) {
        return reading;
      }
      unprinted.add(reading);
    }
    return byQr(picture)
        .map(this::read)
        .filter(reading -> reading.qr().isPresent())
        .or(() ->
            unprinted.stream().filter(reading -> reading.sheetNumber().isPresent()).findFirst())
        .orElseGet(() -> anywhere(picture, flat));
  }

  /** The sheet of a form on a darker bed, the right way up and upside down. */
  private List<FlatSheet> byEdges(SheetPicture picture) {
    List<FlatSheet> sheets = new ArrayList<>();
    SheetOutline.corners(picture)
        .ifPresent(corners -> {
          double scale = picture.dpi() / 25.4;
          double first = corners.get(0).distance(corners.get(1)) / scale;
          double second = corners.get(1).distance(corners.get(2)) / scale;
          boolean upright = first < second;
          LicenceForm form = nearest(Math.max(first, second));
          for (int turn = upright ? 1 : 0; turn < 4; turn += 2) {
            List<Point> turned = new ArrayList<>(corners);
            Collections.rotate(turned, turn);
            sheets.add(FlatSheet.of(form, picture, Plane.of(form.width(), form.height(), turned)));
          }
        });
    return sheets;
  }

  private LicenceForm nearest(double width) {
    LicenceForm nearest = forms.getFirst();
    for (LicenceForm form : forms) {
      nearest = Math.abs(form.width() - width) < Math.abs(nearest.width() - width) ? form : nearest;
    }
    return nearest;
  }

  private List<FlatSheet> filling(SheetPicture picture) {
    return forms.stream()
        .filter(form -> fits(form, picture))
        .map(form -> new FlatSheet(form, picture))
        .toList();
  }

  private static boolean fits(LicenceForm form, SheetPicture picture) {
    double scale = picture.dpi() / 25.4;
    return Math.abs(picture.width() / (form.width() * scale) - 1) < SIZE_TOLERANCE
        && Math.abs(picture.height() / (form.height() * scale) - 1) < SIZE_TOLERANCE;
  }

  /** The sheet as the patterns at the corners of its QR code say that it lies. */
  private Optional<FlatSheet> byQr(SheetPicture picture) {
    boolean fine = picture.dpi() > FINE_DPI;
    SheetPicture coarse = fine ? GreyRegion.halved(picture) : picture;
    return decode(new QRCodeReader(), GreyRegion.whole(coarse))
        .flatMap(result -> byQr(picture, result, fine ? 2 : 1));
  }

  /** How a sheet of a form lies, and how far that is from what its resolution says. */
  private record Lying(LicenceForm form, Plane plane, double wrong) {}

  private Optional<FlatSheet> byQr(SheetPicture picture, Result result, int enlarged) {
    Point lowerLeft = point(result.getResultPoints()[0], enlarged);
    Point upperRight = point(result.getResultPoints()[2], enlarged);
    return forms.stream()
        .flatMap(form ->
            QrSymbol.fit(result.getText(), form.qr()).stream()
                .map(symbol -> lying(form, symbol.corners(), lowerLeft, upperRight, picture.dpi())))
        .min(Comparator.comparingDouble(Lying::wrong))
        .map(lying -> FlatSheet.of(lying.form(), picture, lying.plane()));
  }

  private static Lying lying(
      LicenceForm form, List<Point> corners, Point lowerLeft, Point upperRight, int dpi) {
    double enlarged =
        lowerLeft.distance(upperRight) / corners.get(0).distance(corners.get(1)) / dpi * 25.4;
    return new Lying(
        form,
        Plane.similar(corners.get(0), corners.get(1), lowerLeft, upperRight),
        Math.abs(Math.log(enlarged)));
  }

  private static Point point(ResultPoint found, int enlarged) {
    return new Point(found.getX() * enlarged, found.getY() * enlarged);
  }

  private SheetReading read(FlatSheet sheet) {
    GreyRegion region = sheet.around(sheet.form().qr());
    Optional<Result> qr = decode(new QRCodeReader(), region);
    FlatSheet print = qr.map(result -> print(sheet, region, result)).orElse(sheet);
    return new SheetReading(
        qr.map(Result::getText),
        codes.flatMap(reader -> reader.read(print)),
        number(sheet.around(sheet.form().stock().number()))
            .or(() -> number(print.around(print.form().stock().number()))),
        inkShare(print));
  }

  /** The sheet as its print lies on it: a printer may miss the paper by more than a character. */
  private static FlatSheet print(FlatSheet sheet, GreyRegion region, Result qr) {
    Optional<QrSymbol> symbol = QrSymbol.fit(qr.getText(), sheet.form().qr());
    if (symbol.isEmpty()) {
      return sheet;
    }
    List<Point> corners = symbol.get().corners();
    Plane plane =
        Plane.similar(
            corners.get(0),
            corners.get(1),
            within(region, qr.getResultPoints()[0]),
            within(region, qr.getResultPoints()[2]));
    Field code = sheet.form().code().number();
    double scale = sheet.pixelsPerMm();
    Point there = plane.seen(code.left(), code.baseline());
    Point here = new Point(code.left() * scale, code.baseline() * scale);
    return there.distance(here) < STRAIGHT * scale
        ? sheet
        : FlatSheet.of(sheet.form(), sheet.picture(), plane);
  }

  private static Point within(GreyRegion region, ResultPoint found) {
    return new Point(region.left() + found.getX(), region.top() + found.getY());
  }

  /** What stands in a picture of something that lies as no form does. */
  private SheetReading anywhere(SheetPicture picture, List<FlatSheet> flat) {
    double ink = flat.stream().mapToDouble(SheetReader::inkShare).max().orElse(0);
    return new SheetReading(
        Optional.empty(), Optional.empty(), number(GreyRegion.whole(picture)), ink);
  }

  private Optional<String> number(LuminanceSource source) {
    return decode(new Code128Reader(), source)
        .map(Result::getText)
        .filter(text -> forms.stream().anyMatch(form -> form.stock().number().matches(text)));
  }

  private static Optional<Result> decode(Reader reader, LuminanceSource source) {
    try {
      var bitmap = new BinaryBitmap(new HybridBinarizer(source));
      return Optional.of(reader.decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE)));
    } catch (ReaderException unreadable) {
      return Optional.empty();
    }
  }

  /** Dark pixels where the terminal prints, whatever the type of entity. */
  private static double inkShare(FlatSheet sheet) {
    Set<Field> fields = new LinkedHashSet<>();
    fields.add(sheet.form().code().number());
    sheet
        .form()
        .items()
        .values()
        .forEach(places -> places.forEach(place -> fields.add(place.text())));
    long dark = 0;
    long all = 0;
    for (Field field : fields) {
      GreyRegion region = sheet.of(field);
      double limit = paper(region) * INK;
      for (int y = 0; y < region.getHeight(); y++) {
        for (int x = 0; x < region.getWidth(); x++) {
          dark += region.brightness(x, y) < limit ? 1 : 0;
        }
      }
      all += (long) region.getWidth() * region.getHeight();
    }
    return (double) dark / all;
  }

  /** Brightness of the paper around: that of most pixels. */
  private static int paper(GreyRegion region) {
    int[] count = new int[32];
    for (int y = 0; y < region.getHeight(); y += 3) {
      for (int x = 0; x < region.getWidth(); x += 3) {
        count[region.brightness(x, y) / 8]++;
      }
    }
    int most = 0;
    for (int value = 0; value < count.length; value++) {
      most = count[value] >= count[most] ? value : most;
    }
    return most * 8 + 4;
  }
}
