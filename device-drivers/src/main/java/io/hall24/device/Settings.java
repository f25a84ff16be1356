package io.hall24.device;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one device, defaults filled in, checked by {@link SettingsSpec#check}.
 *
 * @param values text by name
 */
public record Settings(Map<String, String> values) {
  public Settings {
    values = Map.copyOf(values);
  }

  /**
   * A setting that the specification guarantees.
   *
   * @throws IllegalStateException when the driver asks for what it did not declare
   */
  public String text(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no setting " + name));
  }

  /** A setting that may be absent. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  public boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  public Path path(String name) {
    return Path.of(text(name));
  }

  /** A duration given in milliseconds. */
  public Duration millis(String name) {
    return Duration.ofMillis(number(name));
  }
}
