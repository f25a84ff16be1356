package io.hall24.kiosk.ui.fx;

import java.nio.file.Path;
import java.util.Optional;

/** The toolkit of the tests: without a display, with the fonts of the data directory. */
final class Panels {
  private Panels() {}

  static Toolkit toolkit() {
    Path data =
        Optional.ofNullable(System.getenv("HALL24_DATA"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache", "hall24"));
    try {
      return Toolkit.headless(data.resolve("fonts"));
    } catch (InterruptedException ends) {
      throw new IllegalStateException(ends);
    }
  }
}
