package io.hall24.device.nut;

import io.hall24.device.PowerSource.Feed;
import io.hall24.device.PowerSource.PowerReport;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Makes a report of the variables of a UPS (names of the NUT developer guide, "NUT command and
 * variable naming scheme"; words of {@code ups.status}).
 *
 * @param lowCharge percent below which nothing new should be begun
 * @param lowRuntime likewise
 */
record UpsReading(int lowCharge, Duration lowRuntime) {
  private static final int DIGITS = 9;

  /** What came of reading. */
  sealed interface Outcome {
    record Read(PowerReport report, String model, Optional<String> firmware) implements Outcome {}

    /** The battery's electronics say that it gives nothing, or nothing that makes sense. */
    record Unusable(String detail) implements Outcome {}
  }

  Outcome read(Map<String, String> values) {
    Set<String> status =
        new HashSet<>(
            Arrays.asList(values.getOrDefault("ups.status", "").strip().split("\\s+", -1)));
    if (status.contains("OFF")) {
      return new Outcome.Unusable("the UPS is switched off");
    }
    boolean online = status.contains("OL");
    if (online == status.contains("OB")) {
      return new Outcome.Unusable(
          "ups.status '" + values.getOrDefault("ups.status", "") + "' names no single source");
    }
    OptionalInt charge = number(values, "battery.charge", 100);
    Optional<Duration> runtime =
        number(values, "battery.runtime", Integer.MAX_VALUE).stream()
            .mapToObj(Duration::ofSeconds)
            .findFirst();
    boolean low =
        status.contains("LB")
            || status.contains("FSD")
            || (charge.isPresent() && charge.getAsInt() < lowCharge)
            || runtime.filter(left -> left.compareTo(lowRuntime) < 0).isPresent();
    return new Outcome.Read(
        new PowerReport(
            online ? Feed.MAINS : Feed.BATTERY, low, charge, runtime, status.contains("RB")),
        values.getOrDefault("ups.model", values.getOrDefault("device.model", "UPS")),
        Optional.ofNullable(values.get("ups.firmware")));
  }

  /** A whole or decimal number from 0; anything else counts as unknown. */
  private static OptionalInt number(Map<String, String> values, String name, int most) {
    String whole = values.getOrDefault(name, "").replaceFirst("\\.[0-9]+$", "");
    if (!whole.matches("[0-9]{1," + DIGITS + "}") || Integer.parseInt(whole) > most) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(whole));
  }
}
