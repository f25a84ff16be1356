package io.hall24.kiosk.demo.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.PrintRoom;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockPressTest {
  private final StockPress press = new StockPress(PrintRoom.fonts());
  private final LicenceForms forms = LicenceForms.shipped();
  @TempDir Path tray;

  @Test
  void sheetsLieInTheTrayUnderTheirNumbersAndAreSmall() throws IOException {
    assertEquals(
        List.of("ZB000099", "ZB000100", "ZB000101"), press.print(forms.original(), 99, 3, tray));
    press.print(forms.duplicate(), 1, 1, tray);
    try (Stream<Path> files = Files.list(tray)) {
      List<Path> sheets = files.sorted().toList();
      assertEquals(
          List.of("FB000001.pdf", "ZB000099.pdf", "ZB000100.pdf", "ZB000101.pdf"),
          sheets.stream().map(file -> file.getFileName().toString()).toList());
      for (Path sheet : sheets) {
        assertTrue(Files.size(sheet) < 60_000, () -> sheet.toString());
      }
    }
  }

  @Test
  void aNumberIsNeverPrintedTwice() throws IOException {
    press.print(forms.original(), 5, 1, tray);
    assertThrows(FileAlreadyExistsException.class, () -> press.print(forms.original(), 5, 1, tray));
  }

  @Test
  void numbersEndWithTheirDigits() {
    assertThrows(
        IllegalArgumentException.class, () -> press.print(forms.original(), 1_000_000, 1, tray));
  }
}
