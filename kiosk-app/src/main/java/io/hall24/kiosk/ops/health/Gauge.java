package io.hall24.kiosk.ops.health;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.Unit;

/** A gauge while its samples are collected. */
final class Gauge {
  private final GaugeSnapshot.Builder snapshot;
  private final String name;

  Gauge(String name, String help) {
    this.name = name;
    this.snapshot = GaugeSnapshot.builder().name(name).help(help);
  }

  /** A base unit, which becomes the end of the name. */
  Gauge in(Unit unit) {
    snapshot.name(name + "_" + unit).unit(unit);
    return this;
  }

  /**
   * Adds a sample.
   *
   * @param labels names and values by turns
   */
  Gauge add(Number value, String... labels) {
    snapshot.dataPoint(
        GaugeDataPointSnapshot.builder()
            .value(value.doubleValue())
            .labels(Labels.of(labels))
            .build());
    return this;
  }

  GaugeSnapshot build() {
    return snapshot.build();
  }
}
