package io.hall24.device.sam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Names of ethnic groups by code. */
record Ethnicities(Map<String, String> byCode) {
  Ethnicities {
    byCode = Map.copyOf(byCode);
  }

  /** The table that comes with the driver. */
  static Ethnicities shipped() {
    try (InputStream in =
        Objects.requireNonNull(Ethnicities.class.getResourceAsStream("ethnicities.txt"))) {
      return new Ethnicities(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(line -> line[0], line -> line[1])));
    } catch (IOException broken) {
      throw new IllegalStateException("shipped table of ethnic groups", broken);
    }
  }

  /** The name, or the code itself where nobody wrote down what it means. */
  String name(String code) {
    return byCode.getOrDefault(code, code);
  }
}
