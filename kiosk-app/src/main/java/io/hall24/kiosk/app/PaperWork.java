package io.hall24.kiosk.app;

import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.PaperFonts;
import java.nio.file.Path;

/** Opens the room that lays out licences. */
final class PaperWork {
  private PaperWork() {}

  /** A renderer with the shipped forms; it parses the fonts when they are first needed. */
  static LicenceRenderer renderer(Path fonts) throws CannotOpen {
    return switch (PaperFonts.open(fonts)) {
      case PaperFonts.Opening.Opened(var opened) ->
          new LicenceRenderer(LicenceForms.shipped(), opened);
      case PaperFonts.Opening.Missing(var file) ->
          throw new CannotOpen(
              "the font " + file + " is missing or cannot be read",
              "fetch the fonts again (installer/demo does) or set HALL24_DATA");
    };
  }
}
