package io.hall24.kiosk.app;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.issuance.LicencePress;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.PaperFonts;
import io.hall24.kiosk.licence.Rendering;
import java.nio.file.Path;

/** Hands the desk the room that lays out licences. */
final class PaperWork implements LicencePress {
  private final LicenceRenderer renderer;

  private PaperWork(LicenceRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * Opens the fonts and lays out one licence for nobody, so that the first citizen does not wait.
   */
  static PaperWork open(Path fonts) throws CannotOpen {
    LicenceRenderer renderer = renderer(fonts);
    renderer.warmUp();
    return new PaperWork(renderer);
  }

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

  @Override
  public Pressing overprint(LicenceFace face, Copy copy) {
    return switch (renderer.overprint(face, copy)) {
      case Rendering.Rendered(var pdf) -> new Pressing.Set(Bytes.of(pdf.bytes()));
      case Rendering.DoesNotFit(var part) -> new Pressing.Refused(part + " does not fit its place");
      case Rendering.MissingGlyph(var part, var codePoint) ->
          new Pressing.Refused(
              String.format("no font has U+%04X, which stands in %s", codePoint, part));
      case Rendering.Absent(var part) -> new Pressing.Refused(part + " is missing");
      case Rendering.Unplaced(var part) ->
          new Pressing.Refused("the form has no place for " + part);
      case Rendering.UnknownType(var type) -> new Pressing.Refused("no form for " + type);
    };
  }
}
