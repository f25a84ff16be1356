package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.kiosk.demo.stock.StockPress;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.PaperFonts;
import io.hall24.kiosk.licence.SheetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Printed stock in the trays of a town, and equipment that lays faces on it and reads them. */
final class RealPaper {
  private RealPaper() {}

  /** Real renderer and reader around a printer. */
  static Terminal.Equipment equipment(PagePrinter printer) throws IOException {
    LicenceForms forms = LicenceForms.shipped();
    PaperFonts fonts = fonts();
    return new Terminal.Equipment(
        printer,
        LicencePress.of(new LicenceRenderer(forms, fonts)),
        SheetEye.of(new SheetReader(forms, Optional.of(fonts))));
  }

  /** In the place of the plain sheets of a new town. */
  static void printStock(Town town, int sheets) throws IOException {
    LicenceForms forms = LicenceForms.shipped();
    for (Medium medium : Medium.values()) {
      for (Path plain : town.printer().tray(medium)) {
        Files.delete(plain);
      }
    }
    var stock = new StockPress(fonts());
    stock.print(forms.original(), 1, sheets, town.mechanics().tray(Medium.A3));
    stock.print(forms.duplicate(), 1, sheets, town.mechanics().tray(Medium.A4));
  }

  /** Two persons load them. */
  static void load(Terminal terminal, int sheets) {
    LicenceForms forms = LicenceForms.shipped();
    for (Medium medium : Medium.values()) {
      var numbers = (medium == Medium.A3 ? forms.original() : forms.duplicate()).stock().number();
      var range =
          new SheetRange(
              new SheetNumber(numbers.number(1)), new SheetNumber(numbers.number(sheets)));
      assertEquals(
          new StaffAnswer.Recorded(), terminal.stock().load(medium, range, Terminal.staff()));
    }
  }

  private static PaperFonts fonts() throws IOException {
    Path data =
        Optional.ofNullable(System.getenv("HALL24_DATA"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "hall24"));
    if (PaperFonts.open(data.resolve("fonts")) instanceof PaperFonts.Opening.Opened(var fonts)) {
      return fonts;
    }
    throw new IOException("no fonts in " + data);
  }
}
