package io.hall24.kiosk.demo.stock;

import io.hall24.kiosk.licence.BlankSheet;
import io.hall24.kiosk.licence.LicenceForm;
import io.hall24.kiosk.licence.PaperFonts;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints invented stock: one PDF a sheet, named after its number, such as {@code ZB000001.pdf},
 * into the directory that a printer of the demonstration takes for its tray. Every sheet says 样本
 * and has sketches in the places of emblem and seal. Belongs to the thread of its fonts.
 */
public final class StockPress {
  private final BlankSheet blank;

  /** A press with these fonts. */
  public StockPress(PaperFonts fonts) {
    this.blank = new BlankSheet(fonts);
  }

  /**
   * Prints sheets that follow each other.
   *
   * @param form what they are for
   * @param first number of the first sheet, from 1
   * @param count how many
   * @param tray existing directory
   * @return their numbers
   * @throws FileAlreadyExistsException if one of them lies in the tray already
   */
  public List<String> print(LicenceForm form, int first, int count, Path tray) throws IOException {
    List<String> numbers = new ArrayList<>();
    for (int sheet = first; sheet < first + count; sheet++) {
      String number = form.stock().number().number(sheet);
      Path finished = tray.resolve(number + ".pdf");
      if (Files.exists(finished)) {
        throw new FileAlreadyExistsException(finished.toString());
      }
      Path unfinished = tray.resolve(number + ".part");
      blank.print(form, sheet).write(unfinished);
      // The printer looks into its tray at any time and must never see half a sheet.
      Files.move(unfinished, finished);
      numbers.add(number);
    }
    return numbers;
  }
}
