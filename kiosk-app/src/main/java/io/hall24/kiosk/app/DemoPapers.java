package io.hall24.kiosk.app;

import io.hall24.device.simulated.Mechanics;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitOutcome.CollectedCopy;
import io.hall24.kiosk.licence.Copy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Puts the sheets that the demo's citizen took home under names that a newcomer understands. */
final class DemoPapers {
  private DemoPapers() {}

  /**
   * Copies every collected sheet to {@code licence-original.pdf}, {@code licence-duplicate-1-1.pdf}
   * and so on.
   */
  static List<Path> keep(VisitOutcome outcome, DemoWorld world, Path out) throws IOException {
    List<Path> kept = new ArrayList<>();
    List<CollectedCopy> collected =
        switch (outcome) {
          case VisitOutcome.Collected(var _, var copies) -> copies;
          case VisitOutcome.PartlyCollected(var _, var copies, var _) -> copies;
          default -> List.of();
        };
    for (Path sheet : world.mechanics().taken()) {
      String number = Mechanics.sheetNumber(sheet);
      for (CollectedCopy copy : collected) {
        if (copy.sheet().equals(number)) {
          Path file = out.resolve(nameOf(copy.copy()));
          Files.copy(sheet.resolve("sheet.pdf"), file, StandardCopyOption.REPLACE_EXISTING);
          kept.add(file);
        }
      }
    }
    return kept;
  }

  private static String nameOf(Copy copy) {
    return switch (copy) {
      case Copy.Original _ -> "licence-original.pdf";
      case Copy.Duplicate(var label) -> "licence-duplicate-" + label + ".pdf";
    };
  }
}
