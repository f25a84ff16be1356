package io.hall24.kiosk.ops.health;

import io.hall24.device.status.DeviceState;
import io.hall24.kiosk.ops.health.HealthReport.DeviceHealth;
import io.hall24.kiosk.ops.health.HealthReport.JournalHealth;
import io.hall24.kiosk.ops.health.HealthReport.StockHealth;
import io.hall24.kiosk.ops.health.HealthReport.Times;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The report as metrics; {@code docs/operations.md} lists every name and unit. What a report does
 * not know is no sample, so that an alert sees it absent instead of zero.
 */
public final class HealthMetrics {
  private static final double MILLIS = 1e3;
  private final MetricSnapshots.Builder snapshots = MetricSnapshots.builder();

  private HealthMetrics() {}

  /**
   * Metrics as text.
   *
   * @param type media type of the text
   */
  public record Exposition(String type, String text) {}

  /**
   * Writes a report in the newest format that the asker knows: OpenMetrics 1.0, or Prometheus' own.
   *
   * @param accept value of the asker's {@code Accept} header; empty for none
   */
  public static Exposition write(HealthReport report, String accept) {
    ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
    ExpositionFormatWriter writer =
        openMetrics.accepts(accept) ? openMetrics : PrometheusTextFormatWriter.create();
    var out = new ByteArrayOutputStream();
    try {
      writer.write(out, of(report));
    } catch (IOException impossible) {
      throw new IllegalStateException("in memory", impossible);
    }
    return new Exposition(writer.getContentType(), out.toString(StandardCharsets.UTF_8));
  }

  private static MetricSnapshots of(HealthReport report) {
    var metrics = new HealthMetrics();
    metrics.build(report);
    metrics.devices(report);
    metrics.stock(report);
    report.journal().ifPresent(metrics::journal);
    metrics.issuances(report);
    metrics.visits(report.visits());
    metrics.machine(report);
    metrics.clock(report.clock());
    return metrics.snapshots.build();
  }

  private void build(HealthReport report) {
    snapshots.metricSnapshot(
        InfoSnapshot.builder()
            .name("hall24_build")
            .help("The terminal and the versions of what runs.")
            .dataPoint(
                InfoDataPointSnapshot.builder()
                    .labels(
                        Labels.of(
                            "terminal", report.terminal(),
                            "version", report.versions().product(),
                            "java", report.versions().java()))
                    .build())
            .build());
    Gauge start =
        new Gauge("hall24_start_timestamp", "When the terminal started, in Unix time.")
            .in(Unit.SECONDS);
    report.startedAt().ifPresent(started -> start.add(seconds(started)));
    addAll(start);
    snapshots.metricSnapshot(
        new Gauge("hall24_report_problems", "Parts of the report that could not be assembled.")
            .add(report.problems().size())
            .build());
  }

  private void devices(HealthReport report) {
    Gauge state = new Gauge("hall24_device_state", "1 for the state that a device is in.");
    Gauge usable = new Gauge("hall24_device_usable", "1 if services may use a device.");
    Gauge since =
        new Gauge("hall24_device_state_timestamp", "When a device's state began, in Unix time.")
            .in(Unit.SECONDS);
    for (DeviceHealth device : report.devices()) {
      for (DeviceState possible : DeviceState.values()) {
        String word = Words.of(possible);
        state.add(device.state().equals(word) ? 1 : 0, "device", device.id(), "state", word);
      }
      usable.add(device.usable() ? 1 : 0, "device", device.id());
      since.add(seconds(device.since()), "device", device.id());
    }
    addAll(state, usable, since);
  }

  private void stock(HealthReport report) {
    Gauge sheets = new Gauge("hall24_stock_sheets", "Numbered sheets by the place they are in.");
    Gauge balanced = new Gauge("hall24_stock_balanced", "1 if no sheet is unaccounted for.");
    Gauge closed = new Gauge("hall24_stock_closed", "1 if a tray waits to be counted.");
    for (StockHealth stock : report.stock()) {
      String medium = stock.medium();
      stock.places().forEach((place, count) -> sheets.add(count, "medium", medium, "place", place));
      balanced.add(stock.balanced() ? 1 : 0, "medium", medium);
      closed.add(stock.closed().isPresent() ? 1 : 0, "medium", medium);
    }
    addAll(sheets, balanced, closed);
  }

  private void journal(JournalHealth journal) {
    addAll(
        new Gauge("hall24_journal_unsent_events", "Events that the registry has not signed for.")
            .add(journal.unsent()),
        new Gauge("hall24_journal_oldest_unsent_age", "Age of the first of them; 0 without any.")
            .in(Unit.SECONDS)
            .add(journal.oldestUnsentSeconds().orElse(0L)),
        new Gauge("hall24_journal_rejected_events", "Events that the registry does not accept.")
            .add(journal.rejected()),
        new Gauge("hall24_journal_forked", "1 if the registry knows another chain.")
            .add(journal.forked() ? 1 : 0),
        new Gauge("hall24_journal_size", "Size of the journal's database.")
            .in(Unit.BYTES)
            .add(journal.bytes()));
  }

  private void issuances(HealthReport report) {
    Gauge open = new Gauge("hall24_open_issuances", "Issuances that are not settled, by state.");
    report.openIssuances().forEach((state, count) -> open.add(count, "state", state));
    Gauge recovered =
        new Gauge("hall24_recovered_issuances", "Issuances that the last start brought on.");
    report.recovered().stream()
        .distinct()
        .forEach(step ->
            recovered.add(
                report.recovered().stream().filter(step::equals).count(),
                "found",
                step.found(),
                "now",
                step.now()));
    addAll(open, recovered);
  }

  private void visits(HealthReport.VisitHealth visits) {
    var ended = CounterSnapshot.builder().name("hall24_visits").help("Visits, by their outcome.");
    visits
        .outcomes()
        .forEach((outcome, count) ->
            ended.dataPoint(
                CounterDataPointSnapshot.builder()
                    .labels(Labels.of("outcome", outcome))
                    .value(count.doubleValue())
                    .build()));
    snapshots.metricSnapshot(ended.build());
    visits
        .machineTime()
        .ifPresent(times ->
            durations(
                "hall24_visit_machine_time",
                "From the document's detection to the printer's acceptance, without questions.",
                Map.of(Labels.EMPTY, times)));
    Map<Labels, Times> steps = new java.util.LinkedHashMap<>();
    visits.steps().forEach((name, times) -> steps.put(Labels.of("step", name), times));
    durations("hall24_visit_step", "What the terminal itself does in a visit.", steps);
  }

  private void durations(String name, String help, Map<Labels, Times> series) {
    var summary = SummarySnapshot.builder().name(name + "_seconds").help(help).unit(Unit.SECONDS);
    series.forEach((labels, times) ->
        summary.dataPoint(
            SummaryDataPointSnapshot.builder()
                .labels(labels)
                .count(times.count())
                .sum(times.totalSeconds())
                .quantiles(
                    Quantiles.builder()
                        .quantile(0.5, times.medianSeconds())
                        .quantile(0.95, times.p95Seconds())
                        .build())
                .build()));
    snapshots.metricSnapshot(summary.build());
  }

  private void machine(HealthReport report) {
    Gauge free =
        new Gauge("hall24_disk_free", "Space left for the terminal's data.").in(Unit.BYTES);
    Gauge size = new Gauge("hall24_disk_size", "Space of that file system.").in(Unit.BYTES);
    report
        .disk()
        .ifPresent(disk -> {
          free.add(disk.freeBytes());
          size.add(disk.totalBytes());
        });
    Gauge expiry =
        new Gauge("hall24_certificate_expiry_timestamp", "When it expires, in Unix time.")
            .in(Unit.SECONDS);
    report
        .certificates()
        .forEach(known -> expiry.add(seconds(known.notAfter()), "certificate", known.name()));
    Gauge pictures =
        new Gauge(
            "hall24_face_images_stored", "Pictures of chips or cameras on the disk; to be 0.");
    report.faceImagesStored().ifPresent(pictures::add);
    addAll(free, size, expiry, pictures);
  }

  private void clock(HealthReport.ClockHealth clock) {
    Gauge ahead =
        new Gauge("hall24_clock_ahead", "How far the wall clock is ahead of the registry's time.")
            .in(Unit.SECONDS);
    clock.wallAheadSeconds().ifPresent(ahead::add);
    addAll(
        new Gauge("hall24_clock_verified", "1 if the registry has signed a time since the start.")
            .add(clock.verified() ? 1 : 0),
        ahead);
  }

  private void addAll(Gauge... gauges) {
    for (Gauge gauge : gauges) {
      snapshots.metricSnapshot(gauge.build());
    }
  }

  private static double seconds(Instant instant) {
    return Duration.between(Instant.EPOCH, instant).toMillis() / MILLIS;
  }
}
