package io.hall24.kiosk.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where fonts, models and sample portraits lie: {@code HALL24_DATA}, or the user's cache. */
final class DataHome {
  private DataHome() {}

  static Path find() {
    return find(System.getenv(), System.getProperty("user.home"));
  }

  static Path find(Map<String, String> environment, String home) {
    return Optional.ofNullable(environment.get("HALL24_DATA"))
        .map(Path::of)
        .orElseGet(() ->
            Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(home, ".cache"))
                .resolve("hall24"));
  }
}
