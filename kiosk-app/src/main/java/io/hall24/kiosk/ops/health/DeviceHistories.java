package io.hall24.kiosk.ops.health;

import io.hall24.device.Consumable;
import io.hall24.device.status.DeviceRecord;
import io.hall24.device.status.DeviceStatus;
import io.hall24.kiosk.ops.DeviceAdvice;
import io.hall24.kiosk.ops.health.HealthReport.ConsumableHealth;
import io.hall24.kiosk.ops.health.HealthReport.DeviceHealth;
import io.hall24.kiosk.ops.health.HealthReport.DeviceHistory;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What the status board knows of a device, in the report's words. */
final class DeviceHistories {
  private DeviceHistories() {}

  static DeviceHealth device(DeviceStatus status) {
    return new DeviceHealth(
        status.device().name(),
        Words.of(status.state()),
        status.state().usable(),
        status.since(),
        status.detail(),
        DeviceAdvice.inEveryLanguage(status),
        status.record().map(DeviceHistories::history));
  }

  private static DeviceHistory history(DeviceRecord record) {
    Map<String, Long> errors = new TreeMap<>();
    record.errors().forEach((kind, count) -> errors.put(Words.of(kind), count));
    return new DeviceHistory(
        Words.of(record.kind()),
        record.simulated(),
        errors,
        record.permanentFault(),
        record.lastSuccess(),
        record.firmware(),
        record.consumables().stream().map(DeviceHistories::consumable).toList(),
        record.capabilities().lacking().stream().map(Words::of).sorted().toList());
  }

  private static ConsumableHealth consumable(Consumable consumable) {
    return switch (consumable) {
      case Consumable.Supply(var name, var level, var left) ->
          new ConsumableHealth(name, Words.of(level), boxed(left), consumable.needsAttention());
      case Consumable.Bin(var name, var level, var count) ->
          new ConsumableHealth(name, Words.of(level), boxed(count), consumable.needsAttention());
    };
  }

  private static Optional<Integer> boxed(OptionalInt amount) {
    return amount.isPresent() ? Optional.of(amount.getAsInt()) : Optional.empty();
  }
}
