package io.hall24.device;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a device lacks of that which its kind can have. Said by lack, so that a caller that does not
 * look assumes nothing that a complete device would not do.
 *
 * @param lacking the missing features, all of the device's kind
 */
public record Capabilities(Set<Feature> lacking) {
  /** Nothing is missing. */
  public static final Capabilities COMPLETE = new Capabilities(Set.of());

  public Capabilities {
    lacking = Set.copyOf(lacking);
  }

  /** A device without these features. */
  public static Capabilities without(Feature... lacking) {
    return new Capabilities(Set.of(lacking));
  }

  /** A device with these features of its kind, and no others. */
  public static Capabilities with(DeviceKind kind, Set<Feature> present) {
    Set<Feature> lacking = EnumSet.noneOf(Feature.class);
    Arrays.stream(Feature.values())
        .filter(feature -> feature.kind() == kind && !present.contains(feature))
        .forEach(lacking::add);
    return new Capabilities(lacking);
  }

  public boolean has(Feature feature) {
    return !lacking.contains(feature);
  }

  /** For a technician, e.g. {@code no taken-sensor, no retraction}; empty when all is there. */
  public String describe() {
    return String.join(
        ", ", new TreeSet<>(lacking).stream().map(feature -> "no " + feature.word()).toList());
  }
}
