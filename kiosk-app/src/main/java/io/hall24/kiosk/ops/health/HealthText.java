package io.hall24.kiosk.ops.health;

import io.hall24.kiosk.ops.health.HealthReport.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for people at a shell: what is wrong comes first. */
public final class HealthText {
  private static final double GIBI = 1 << 30;
  private final List<String> lines = new ArrayList<>();

  private HealthText() {}

  public static String write(HealthReport report) {
    var text = new HealthText();
    text.head(report);
    text.devices(report);
    text.paper(report);
    text.journal(report);
    text.visits(report.visits());
    text.machine(report);
    return String.join("\n", text.lines);
  }

  private void say(String topic, String text) {
    lines.add(String.format(Locale.ROOT, "%-12s %s", topic, text));
  }

  private void head(HealthReport report) {
    say(
        "terminal",
        String.format(
            Locale.ROOT,
            "%s, Hall24 %s, Java %s, %s",
            report.terminal(),
            report.versions().product(),
            report.versions().java(),
            report.startedAt().map(start -> "since " + start).orElse("NOT RUNNING")));
    report.warnings().forEach(warning -> say("beware", warning));
    report.problems().forEach(problem -> say("NOT KNOWN", problem));
  }

  private void devices(HealthReport report) {
    report.devices().forEach(this::device);
  }

  private void device(HealthReport.DeviceHealth device) {
    say(
        "device",
        String.format(
            Locale.ROOT,
            "%-18s %-14s since %s%s",
            device.id(),
            device.state(),
            device.since(),
            device.detail().isEmpty() ? "" : ": " + device.detail()));
    if (!device.usable()) {
      device.advice().values().forEach(advice -> say("", "-> " + advice));
    }
  }

  private void paper(HealthReport report) {
    report
        .stock()
        .forEach(stock ->
            say(
                "stock",
                String.format(
                    Locale.ROOT,
                    "%s: %s of %d sheets ever loaded%s%s",
                    stock.medium(),
                    counts(stock.places()),
                    stock.loaded(),
                    stock.balanced() ? "" : "; DOES NOT ADD UP",
                    stock.closed().map(why -> "; CLOSED: " + why).orElse(""))));
    say("issuances", String.format(Locale.ROOT, "open: %s", counts(report.openIssuances())));
    report
        .recovered()
        .forEach(step ->
            say("recovered", String.format(Locale.ROOT, "%s -> %s", step.found(), step.now())));
  }

  private void journal(HealthReport report) {
    report
        .journal()
        .ifPresent(journal ->
            say(
                "journal",
                String.format(
                    Locale.ROOT,
                    "%d events, %d unsent%s, %d rejected%s, %d bytes",
                    journal.head(),
                    journal.unsent(),
                    journal.oldestUnsentSeconds().map(age -> " (oldest " + age + " s)").orElse(""),
                    journal.rejected(),
                    journal.forked() ? ", FORKED" : "",
                    journal.bytes())));
  }

  private void visits(HealthReport.VisitHealth visits) {
    say(
        "visits",
        String.format(
            Locale.ROOT, "%d since the start: %s", visits.ended(), counts(visits.outcomes())));
    visits.machineTime().ifPresent(times -> times("machine time", times));
    visits.steps().forEach(this::times);
  }

  private void times(String name, Times times) {
    say(
        "time",
        String.format(
            Locale.ROOT,
            "%-18s n=%d median %.2f s, p95 %.2f s",
            name,
            times.count(),
            times.medianSeconds(),
            times.p95Seconds()));
  }

  private void machine(HealthReport report) {
    report
        .disk()
        .ifPresent(disk ->
            say(
                "disk",
                String.format(
                    Locale.ROOT,
                    "%.1f of %.1f GiB free",
                    disk.freeBytes() / GIBI,
                    disk.totalBytes() / GIBI)));
    say(
        "clock",
        String.format(
            Locale.ROOT,
            "%s, %s",
            report.clock().wall(),
            report
                .clock()
                .wallAheadSeconds()
                .map(ahead -> ahead + " s ahead of the registry's time")
                .orElse("not verified by the registry")));
    report
        .certificates()
        .forEach(known ->
            say(
                "certificate",
                String.format(Locale.ROOT, "%s: %d days left", known.name(), known.daysLeft())));
    say(
        "pictures",
        String.format(
            Locale.ROOT,
            "%s stored",
            report.faceImagesStored().map(String::valueOf).orElse("not known how many")));
  }

  /** What there is; zeros are not worth a word. */
  private static String counts(Map<String, ? extends Number> counts) {
    String told =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue().longValue() != 0)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return told.isEmpty() ? "none" : told;
  }
}
