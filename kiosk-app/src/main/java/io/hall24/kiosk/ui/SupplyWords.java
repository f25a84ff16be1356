package io.hall24.kiosk.ui;

import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.health.HealthReport.ConsumableHealth;
import io.hall24.kiosk.ops.health.HealthReport.DeviceHealth;
import io.hall24.kiosk.ui.StaffState.Fact;
import io.hall24.kiosk.ui.StaffState.Level;
import java.util.List;
import java.util.Set;

/** Puts what runs out or fills up in the devices into words for technicians. */
final class SupplyWords {
  private static final Set<String> NAMED =
      Set.of("paper", "retract-bin", "deposit-bin", "battery", "toner");
  private static final Set<String> WORSE = Set.of("out", "jammed", "missing");

  private SupplyWords() {}

  static List<Fact> facts(HealthReport report) {
    return report.devices().stream().flatMap(device -> facts(device).stream()).toList();
  }

  private static List<Fact> facts(DeviceHealth device) {
    return device.record().stream()
        .flatMap(record -> record.consumables().stream())
        .map(consumable ->
            new Fact(StaffWords.deviceName(device.id()), words(consumable), level(consumable)))
        .toList();
  }

  private static Words words(ConsumableHealth consumable) {
    Words name =
        NAMED.contains(consumable.name())
            ? Words.of("maintenance.supply." + consumable.name())
            : Words.verbatim(consumable.name());
    Words level = Words.of("maintenance.level." + consumable.level());
    return consumable
        .amount()
        .map(amount -> Words.of("maintenance.supply.amount", name, level, amount))
        .orElseGet(() -> Words.of("maintenance.supply.level", name, level));
  }

  private static Level level(ConsumableHealth consumable) {
    if (!consumable.needsAttention()) {
      return Level.GOOD;
    }
    return WORSE.contains(consumable.level()) ? Level.BAD : Level.ATTENTION;
  }
}
