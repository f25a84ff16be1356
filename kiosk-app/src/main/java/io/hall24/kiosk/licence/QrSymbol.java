package io.hall24.kiosk.licence;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.hall24.kiosk.licence.LicenceForm.QrPlace;
import io.hall24.kiosk.licence.Plane.Point;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A QR code (ISO/IEC 18004, error correction M) with the registry's text, unchanged. */
final class QrSymbol {
  private static final int QUIET_ZONE = 4;

  /** Below this, mm, a module is too small for the cameras of telephones. */
  private static final double LEAST_MODULE = 0.33;

  private final ByteMatrix modules;
  private final QrPlace place;

  private QrSymbol(ByteMatrix modules, QrPlace place) {
    this.modules = modules;
    this.place = place;
  }

  /** The symbol of a text, if it has room at a size that can be read. */
  static Optional<QrSymbol> fit(String text, QrPlace place) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
    }
    try {
      var symbol =
          new QrSymbol(Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix(), place);
      return Optional.of(symbol).filter(fits -> fits.module() >= LEAST_MODULE);
    } catch (WriterException tooLong) {
      return Optional.empty();
    }
  }

  private double module() {
    return place.size() / (modules.getWidth() + 2 * QUIET_ZONE);
  }

  /** Middles of the patterns in the lower left and the upper right corner, mm on the sheet. */
  List<Point> corners() {
    double inset = (QUIET_ZONE + 3.5) * module();
    return List.of(
        new Point(place.left() + inset, place.top() + place.size() - inset),
        new Point(place.left() + place.size() - inset, place.top() + inset));
  }

  void draw(Paper paper) {
    for (int row = 0; row < modules.getHeight(); row++) {
      int column = 0;
      while (column < modules.getWidth()) {
        int end = column;
        while (end < modules.getWidth() && modules.get(end, row) == 1) {
          end++;
        }
        if (end > column) {
          bar(paper, column, row, end - column);
        }
        column = end + 1;
      }
    }
    // One path for the whole symbol, so that no seams show between its rows.
    paper.fill(Ink.BLACK);
  }

  private void bar(Paper paper, int column, int row, int length) {
    double module = module();
    paper.rectangle(
        place.left() + (QUIET_ZONE + column) * module,
        place.top() + (QUIET_ZONE + row) * module,
        length * module,
        module);
  }
}
