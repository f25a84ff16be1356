package io.hall24.kiosk.issuance;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.Rendering;

/** Sets a face for printing onto stock. Called on the desk's thread only. */
@FunctionalInterface
public interface LicencePress {
  Pressing overprint(LicenceFace face, Copy copy);

  /** A press that is a renderer. The renderer then belongs to the desk's thread. */
  static LicencePress of(LicenceRenderer renderer) {
    return (face, copy) ->
        switch (renderer.overprint(face, copy)) {
          case Rendering.Rendered(var pdf) -> new Pressing.Set(Bytes.of(pdf.bytes()));
          case Rendering.DoesNotFit(var part) -> new Pressing.Refused(part + " does not fit");
          case Rendering.MissingGlyph(var part, _) ->
              new Pressing.Refused("no glyph for a character of " + part);
          case Rendering.Absent(var part) -> new Pressing.Refused(part + " is absent");
          case Rendering.Unplaced(var part) -> new Pressing.Refused("no place for " + part);
          case Rendering.UnknownType(var type) -> new Pressing.Refused("no form for " + type);
        };
  }

  /** What came of setting a face. */
  sealed interface Pressing {
    /**
     * Everything stands where the form wants it.
     *
     * @param pdf one page, to be laid over a sheet of stock
     */
    record Set(Bytes pdf) implements Pressing {}

    /**
     * The face cannot be printed completely, and is not printed at all.
     *
     * @param why for technicians; never personal data
     */
    record Refused(String why) implements Pressing {}
  }
}
