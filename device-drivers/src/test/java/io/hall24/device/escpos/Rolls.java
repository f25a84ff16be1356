package io.hall24.device.escpos;

import io.hall24.device.simulated.escpos.EscPosMachine;
import io.hall24.device.simulated.escpos.Printed;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What stands on a roll, as a person would see it. */
final class Rolls {
  private static final int WIDTH = 576;

  private Rolls() {}

  static List<Printed.Dots> pictures(EscPosMachine machine) {
    return machine.roll().stream()
        .filter(Printed.Dots.class::isInstance)
        .map(Printed.Dots.class::cast)
        .toList();
  }

  /** How many dots of a picture are black. */
  static int ink(Printed.Dots picture) {
    int ink = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < 8 * picture.stride(); x++) {
        ink += picture.black(x, y) ? 1 : 0;
      }
    }
    return ink;
  }

  /** Where the fonts of tests lie. */
  static Path fonts() {
    Path fonts =
        Optional.ofNullable(System.getenv("HALL24_DATA"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache", "hall24"))
            .resolve("fonts");
    if (!Files.isDirectory(fonts)) {
      throw new AssertionError("no fonts at " + fonts + "; set HALL24_DATA");
    }
    return fonts;
  }

  /** The roll as a picture. */
  static BufferedImage photograph(EscPosMachine machine) {
    List<Printed.Dots> bands = pictures(machine);
    int height = bands.stream().mapToInt(Printed.Dots::height).sum();
    var image = new BufferedImage(WIDTH, Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    int y = 0;
    for (Printed.Dots band : bands) {
      for (int row = 0; row < band.height(); row++, y++) {
        for (int x = 0; x < WIDTH; x++) {
          image.setRGB(x, y, band.black(x, row) ? 0 : 0xFFFFFF);
        }
      }
    }
    return image;
  }
}
