package io.hall24.kiosk.licence;

import io.hall24.kiosk.licence.LicenceForm.QrPlace;
import io.hall24.kiosk.licence.Plane.Point;
import java.util.List;
import java.util.Optional;

/** A QR code (ISO/IEC 18004, error correction M) with the registry's text, unchanged. */
final class QrSymbol {
  private static final int QUIET_ZONE = QrPattern.QUIET_ZONE;

  /** Below this, mm, a module is too small for the cameras of telephones. */
  private static final double LEAST_MODULE = 0.33;

  private final QrPattern modules;
  private final QrPlace place;

  private QrSymbol(QrPattern modules, QrPlace place) {
    this.modules = modules;
    this.place = place;
  }

  /** The symbol of a text, if it has room at a size that can be read. */
  static Optional<QrSymbol> fit(String text, QrPlace place) {
    return QrPattern.of(text)
        .map(pattern -> new QrSymbol(pattern, place))
        .filter(fits -> fits.module() >= LEAST_MODULE);
  }

  private double module() {
    return place.size() / (modules.size() + 2 * QUIET_ZONE);
  }

  /** Middles of the patterns in the lower left and the upper right corner, mm on the sheet. */
  List<Point> corners() {
    double inset = (QUIET_ZONE + 3.5) * module();
    return List.of(
        new Point(place.left() + inset, place.top() + place.size() - inset),
        new Point(place.left() + place.size() - inset, place.top() + inset));
  }

  void draw(Paper paper) {
    for (int row = 0; row < modules.size(); row++) {
      int column = 0;
      while (column < modules.size()) {
        int end = column;
        while (end < modules.size() && modules.dark(end, row)) {
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
