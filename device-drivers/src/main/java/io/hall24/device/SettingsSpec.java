package io.hall24.device;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings that a driver understands.
 *
 * @param settings in the order of their documentation
 */
public record SettingsSpec(List<Setting> settings) {
  public SettingsSpec {
    settings = List.copyOf(settings);
  }

  public static SettingsSpec of(Setting... settings) {
    return new SettingsSpec(List.of(settings));
  }

  /** What a value must look like. */
  public enum Type {
    TEXT("text"),
    NUMBER("a whole number"),
    FLAG("true or false"),
    URI("a URI"),
    PATH("a path"),
    HEX("bytes as hexadecimal digits, e.g. 16540d");

    private final String expected;

    Type(String expected) {
      this.expected = expected;
    }

    /** A value that it does not accept, for tests of drivers. */
    public String illFormed() {
      return switch (this) {
        case TEXT, PATH -> " ";
        case NUMBER -> "many";
        case FLAG -> "perhaps";
        case URI -> "no uri";
        case HEX -> "0x1";
      };
    }

    private boolean accepts(String value) {
      return switch (this) {
        case TEXT, PATH -> !value.isBlank();
        case NUMBER -> value.matches("-?[0-9]{1,9}");
        case FLAG -> value.equals("true") || value.equals("false");
        case URI -> isUri(value);
        case HEX -> value.matches("([0-9a-fA-F]{2})+");
      };
    }

    private static boolean isUri(String value) {
      try {
        return new URI(value).isAbsolute();
      } catch (URISyntaxException notUri) {
        return false;
      }
    }
  }

  /**
   * One setting.
   *
   * @param name as in the configuration
   * @param type what its value must look like
   * @param required whether it must be given
   * @param fallback value when it is not given
   * @param meaning for the operator
   */
  public record Setting(
      String name, Type type, boolean required, Optional<String> fallback, String meaning) {
    public static Setting required(String name, Type type, String meaning) {
      return new Setting(name, type, true, Optional.empty(), meaning);
    }

    public static Setting optional(String name, Type type, String meaning) {
      return new Setting(name, type, false, Optional.empty(), meaning);
    }

    public static Setting withDefault(String name, Type type, String fallback, String meaning) {
      return new Setting(name, type, false, Optional.of(fallback), meaning);
    }
  }

  /**
   * A setting that is wrong.
   *
   * @param name which one
   * @param problem what is wrong with the value and what was expected
   */
  public record Fault(String name, String problem) {}

  /** Every mistake in the given values. */
  public List<Fault> check(Map<String, String> values) {
    List<Fault> faults = new ArrayList<>();
    for (Setting setting : settings) {
      String value = values.get(setting.name());
      if (value == null) {
        if (setting.required()) {
          faults.add(new Fault(setting.name(), "missing: " + setting.meaning()));
        }
      } else if (!setting.type().accepts(value)) {
        faults.add(new Fault(setting.name(), "'" + value + "' is not " + setting.type().expected));
      }
    }
    var known = settings.stream().map(Setting::name).collect(Collectors.toSet());
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name ->
            faults.add(new Fault(name, "unknown setting; known: " + String.join(", ", known))));
    return faults;
  }

  /**
   * The values with the defaults filled in.
   *
   * @throws IllegalArgumentException when {@link #check} finds a fault
   */
  public Settings resolve(Map<String, String> values) {
    var faults = check(values);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("settings: " + faults);
    }
    Map<String, String> resolved = new HashMap<>(values);
    for (Setting setting : settings) {
      setting.fallback().ifPresent(fallback -> resolved.putIfAbsent(setting.name(), fallback));
    }
    return new Settings(resolved);
  }
}
