package io.hall24.kiosk.licence;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import io.hall24.device.SheetPicture;
import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.licence.LicenceForm.NumberPlace;
import io.hall24.kiosk.licence.LicenceForm.QrPlace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads back what stands on a sheet: looks where the form has its codes, and only then all over the
 * picture, because a camera may see a sheet shifted or turned.
 */
public final class SheetReader {
  /** How far a sheet may lie from where it should, mm. */
  private static final double SHIFT = 9;

  /** How much a picture may differ in size from the form, as a share. */
  private static final double SIZE_TOLERANCE = 0.05;

  /** What is darker than this share of the paper is ink. */
  private static final double INK = 0.55;

  private static final int FINE_DPI = 150;

  private final List<LicenceForm> forms;

  /** Reads sheets of these forms. */
  public SheetReader(LicenceForms forms) {
    this.forms = List.of(forms.original(), forms.duplicate());
  }

  /** Reads what can be read; a damaged or unprinted code is simply absent. */
  public SheetReading read(SheetPicture picture) {
    Optional<LicenceForm> form = forms.stream().filter(f -> fits(f, picture)).findFirst();
    Optional<String> number =
        form.map(LicenceForm::stock)
            .flatMap(stock -> number(region(picture, stock.number())))
            .or(() -> number(GreyRegion.whole(picture)));
    Optional<String> qr =
        form.flatMap(f -> qr(region(picture, f.qr()))).or(() -> qr(coarse(picture)));
    return new SheetReading(qr, number, inkShare(form, picture));
  }

  private static boolean fits(LicenceForm form, SheetPicture picture) {
    double scale = picture.dpi() / 25.4;
    return Math.abs(picture.width() / (form.width() * scale) - 1) < SIZE_TOLERANCE
        && Math.abs(picture.height() / (form.height() * scale) - 1) < SIZE_TOLERANCE;
  }

  /** A module of a QR code is large enough to be seen at half the resolution. */
  private static LuminanceSource coarse(SheetPicture picture) {
    return GreyRegion.whole(picture.dpi() > FINE_DPI ? GreyRegion.halved(picture) : picture);
  }

  private static GreyRegion region(SheetPicture picture, NumberPlace place) {
    return region(
        picture,
        place.left() - SHIFT,
        place.top() - SHIFT / 2,
        place.width() + 2 * SHIFT,
        place.height() + SHIFT);
  }

  private static GreyRegion region(SheetPicture picture, QrPlace place) {
    return region(
        picture,
        place.left() - SHIFT,
        place.top() - SHIFT,
        place.size() + 2 * SHIFT,
        place.size() + 2 * SHIFT);
  }

  private static GreyRegion region(
      SheetPicture picture, double left, double top, double width, double height) {
    double scale = picture.dpi() / 25.4;
    return new GreyRegion(
        picture,
        (int) (left * scale),
        (int) (top * scale),
        (int) (width * scale),
        (int) (height * scale));
  }

  private Optional<String> number(LuminanceSource source) {
    return decode(new Code128Reader(), source).filter(this::isSheetNumber);
  }

  private boolean isSheetNumber(String text) {
    return forms.stream().anyMatch(form -> form.stock().number().matches(text));
  }

  private static Optional<String> qr(LuminanceSource source) {
    return decode(new QRCodeReader(), source);
  }

  private static Optional<String> decode(Reader reader, LuminanceSource source) {
    try {
      var bitmap = new BinaryBitmap(new HybridBinarizer(source));
      return Optional.of(
          reader.decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE)).getText());
    } catch (ReaderException unreadable) {
      return Optional.empty();
    }
  }

  private static double inkShare(Optional<LicenceForm> form, SheetPicture picture) {
    long dark = 0;
    long all = 0;
    double limit = paper(picture) * INK;
    for (GreyRegion region :
        form.map(f -> printed(f, picture)).orElse(List.of(GreyRegion.whole(picture)))) {
      for (int y = 0; y < region.getHeight(); y++) {
        for (int x = 0; x < region.getWidth(); x++) {
          dark += region.brightness(x, y) < limit ? 1 : 0;
        }
      }
      all += (long) region.getWidth() * region.getHeight();
    }
    return (double) dark / all;
  }

  /** Where the terminal prints, whatever the type of entity. */
  private static List<GreyRegion> printed(LicenceForm form, SheetPicture picture) {
    Set<Field> fields = new LinkedHashSet<>();
    fields.add(form.code().number());
    form.items().values().forEach(places -> places.forEach(place -> fields.add(place.text())));
    return fields.stream()
        .map(f -> region(picture, f.left(), f.top(), f.width(), f.depth()))
        .toList();
  }

  /** Brightness of the paper: that of most pixels. */
  private static int paper(SheetPicture picture) {
    int[] count = new int[256];
    byte[] grey = picture.grey();
    for (int i = 0; i < grey.length; i += 97) {
      count[grey[i] & 0xFF]++;
    }
    int most = 0;
    for (int value = 0; value < count.length; value++) {
      most = count[value] >= count[most] ? value : most;
    }
    return most;
  }
}
