package io.hall24.kiosk.ui;

import io.hall24.config.HallTime;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.kiosk.issuance.SpoilReason;
import io.hall24.kiosk.ops.DeviceAdvice;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ui.StaffState.DeviceLine;
import io.hall24.kiosk.ui.StaffState.Fact;
import io.hall24.kiosk.ui.StaffState.Group;
import io.hall24.kiosk.ui.StaffState.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a terminal's state into words for technicians. */
final class StaffWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
  private static final Set<String> NAMED =
      Set.of(
          "document-reader",
          "id-card-reader",
          "camera",
          "low-camera",
          "printer",
          "output-presenter",
          "output-eye",
          "plain-printer",
          "receipt-printer",
          "code-scanner",
          "staff-card-reader",
          "keypad",
          "status-lights",
          "audio-output",
          "power-source",
          "door-contact",
          "deposit-slot",
          "network",
          "screen",
          "health-listener",
          "command-socket");
  private static final Pattern COUNTED = Pattern.compile("counted ([0-9]+) of ([0-9]+)");
  private static final double GIBI = 1 << 30;
  private static final double MEBI = 1 << 20;
  private static final long LEAST_DISK = 1L << 30;
  private static final int FEW_SHEETS = 20;
  private static final long OLD_QUEUE = Duration.ofHours(4).toSeconds();
  private static final double CLOCK_OFF = 60;
  private static final long FEW_DAYS = 30;

  private StaffWords() {}

  static Words time(Instant instant) {
    return Words.verbatim(TIME.format(instant.atZone(HallTime.ZONE)));
  }

  /** How long something took or is, in its two largest units at most. */
  static Words duration(Duration length) {
    Duration some = length.isNegative() ? Duration.ZERO : length;
    if (some.toDays() > 0) {
      return Words.of("maintenance.days", some.toDays(), some.toHoursPart());
    }
    if (some.toHours() > 0) {
      return Words.of("maintenance.hours", some.toHours(), some.toMinutesPart());
    }
    return some.toMinutes() > 0
        ? Words.of("maintenance.minutes", some.toMinutes(), some.toSecondsPart())
        : Words.of("maintenance.seconds", some.toSeconds());
  }

  /** One device of the list. */
  static DeviceLine device(DeviceStatus status, boolean resting, Instant now) {
    String id = status.device().name();
    Duration length = Duration.between(status.since(), now);
    DateTimeFormatter form = length.compareTo(Duration.ofHours(20)) < 0 ? TIME : DAY;
    Words since =
        Words.of(
            "maintenance.since",
            form.format(status.since().atZone(HallTime.ZONE)),
            duration(length));
    String state = resting ? "RESTING" : status.state().name();
    return new DeviceLine(
        id,
        resting ? Level.QUIET : level(status.state()),
        deviceName(id),
        Words.of("maintenance.state." + state),
        since,
        status.detail(),
        Words.of(resting ? "device.advice.RESTING" : DeviceAdvice.key(status)));
  }

  /** What a device is called; a name that nobody translated stands as it is. */
  static Words deviceName(String id) {
    return NAMED.contains(id) ? Words.of("maintenance.device." + id) : Words.verbatim(id);
  }

  private static Level level(DeviceState state) {
    return switch (state) {
      case ONLINE, DEVICE_BUSY -> Level.GOOD;
      case STARTING -> Level.ATTENTION;
      case OFFLINE, USER_ERROR, NO_DEVICE, HARDWARE_ERROR -> Level.BAD;
    };
  }

  /** Everything but the devices. */
  static List<Group> groups(HealthReport report) {
    List<Group> groups = new ArrayList<>();
    if (!report.problems().isEmpty()) {
      groups.add(
          new Group(
              Words.of("maintenance.unknown"),
              report.problems().stream()
                  .map(problem ->
                      new Fact(
                          Words.of("maintenance.unknown.part"), Words.verbatim(problem), Level.BAD))
                  .toList()));
    }
    groups.add(new Group(Words.of("maintenance.journal"), journal(report)));
    groups.add(new Group(Words.of("maintenance.stock"), stock(report)));
    List<Fact> supplies = SupplyWords.facts(report);
    if (!supplies.isEmpty()) {
      groups.add(new Group(Words.of("maintenance.supplies"), supplies));
    }
    groups.add(new Group(Words.of("maintenance.machine"), machine(report)));
    groups.add(new Group(Words.of("maintenance.visits"), visits(report)));
    if (!report.certificates().isEmpty()) {
      groups.add(new Group(Words.of("maintenance.certificates"), certificates(report)));
    }
    return groups;
  }

  private static List<Fact> journal(HealthReport report) {
    return report
        .journal()
        .map(journal -> {
          long age = journal.oldestUnsentSeconds().orElse(0L);
          return List.of(
              fact(
                  "queue",
                  age > OLD_QUEUE ? Level.BAD : Level.GOOD,
                  journal.oldestUnsentSeconds().isPresent()
                      ? Words.of(
                          "maintenance.queue.some",
                          journal.unsent(),
                          duration(Duration.ofSeconds(age)))
                      : Words.of("maintenance.queue.none")),
              fact(
                  "checkpoint",
                  journal.forked() ? Level.BAD : Level.GOOD,
                  Words.of(
                      journal.forked() ? "maintenance.forked" : "maintenance.checkpoint.at",
                      journal.acknowledged(),
                      journal.head())),
              fact(
                  "rejected",
                  journal.rejected() > 0 ? Level.ATTENTION : Level.GOOD,
                  number(journal.rejected())),
              fact("size", Level.GOOD, Words.verbatim(tenths(journal.bytes() / MEBI) + " MiB")));
        })
        .orElse(List.of());
  }

  private static List<Fact> stock(HealthReport report) {
    List<Fact> facts = new ArrayList<>();
    for (HealthReport.StockHealth stock : report.stock()) {
      int inTray = stock.places().getOrDefault("inTray", 0);
      Words label = Words.of("maintenance.tray", stock.medium().toUpperCase(Locale.ROOT));
      if (stock.closed().isPresent()) {
        facts.add(
            new Fact(
                label,
                Words.of("maintenance.tray.closed", inTray, why(stock.closed().get())),
                Level.BAD));
      } else {
        Level level = inTray == 0 ? Level.BAD : Level.ATTENTION;
        facts.add(
            new Fact(
                label,
                Words.of(
                    stock.balanced() ? "maintenance.tray.open" : "maintenance.tray.unbalanced",
                    inTray),
                stock.balanced() && inTray >= FEW_SHEETS ? Level.GOOD : level));
      }
    }
    int unknown = report.openIssuances().getOrDefault("unknown", 0);
    int open = report.openIssuances().values().stream().mapToInt(Integer::intValue).sum();
    facts.add(
        fact(
            "issuances",
            unknown > 0 ? Level.BAD : Level.GOOD,
            Words.of(
                unknown > 0 ? "maintenance.issuances.unknown" : "maintenance.issuances.open",
                open,
                unknown)));
    return facts;
  }

  /** Why a tray is closed, as the ledger took it down. */
  static Words why(String reason) {
    if (reason.equals("after an Unknown")) {
      return Words.of("maintenance.tray.why.unknown");
    }
    Matcher counted = COUNTED.matcher(reason);
    if (counted.matches()) {
      return Words.of("maintenance.tray.why.counted", counted.group(1), counted.group(2));
    }
    return Arrays.stream(SpoilReason.values()).anyMatch(known -> known.name().equals(reason))
        ? Words.of("maintenance.tray.why." + reason)
        : Words.verbatim(reason);
  }

  private static List<Fact> machine(HealthReport report) {
    List<Fact> facts = new ArrayList<>();
    report
        .disk()
        .ifPresent(disk ->
            facts.add(
                fact(
                    "disk",
                    disk.freeBytes() < LEAST_DISK ? Level.BAD : Level.GOOD,
                    Words.of(
                        "maintenance.disk.free",
                        tenths(disk.freeBytes() / GIBI),
                        tenths(disk.totalBytes() / GIBI)))));
    facts.add(clock(report.clock()));
    report
        .startedAt()
        .ifPresent(start ->
            facts.add(
                fact(
                    "started",
                    Level.GOOD,
                    duration(Duration.between(start, report.assembledAt())))));
    facts.add(
        fact(
            "version",
            Level.GOOD,
            Words.verbatim(
                "Hall24 " + report.versions().product() + " · Java " + report.versions().java())));
    report
        .faceImagesStored()
        .ifPresent(pictures ->
            facts.add(fact("pictures", pictures > 0 ? Level.BAD : Level.GOOD, number(pictures))));
    return facts;
  }

  private static Fact clock(HealthReport.ClockHealth clock) {
    if (clock.wallAheadSeconds().isEmpty()) {
      return fact("clock", Level.ATTENTION, Words.of("maintenance.clock.unverified"));
    }
    double ahead = clock.wallAheadSeconds().get();
    return fact(
        "clock",
        Math.abs(ahead) > CLOCK_OFF ? Level.BAD : Level.GOOD,
        Words.of("maintenance.clock.ahead", String.format(Locale.ROOT, "%+.1f", ahead)));
  }

  private static List<Fact> visits(HealthReport report) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            "ended",
            Level.GOOD,
            Words.of(
                "maintenance.ended.collected",
                report.visits().ended(),
                report.visits().outcomes().getOrDefault("collected", 0L))));
    report
        .visits()
        .machineTime()
        .ifPresent(times ->
            facts.add(
                fact(
                    "machine-time",
                    Level.GOOD,
                    Words.of(
                        "maintenance.times",
                        tenths(times.medianSeconds()),
                        tenths(times.p95Seconds())))));
    return facts;
  }

  private static List<Fact> certificates(HealthReport report) {
    return report.certificates().stream()
        .map(certificate ->
            new Fact(
                Words.verbatim(certificate.name()),
                Words.of("maintenance.days-left", certificate.daysLeft()),
                certificate.daysLeft() < 0
                    ? Level.BAD
                    : certificate.daysLeft() < FEW_DAYS ? Level.ATTENTION : Level.GOOD))
        .toList();
  }

  private static Fact fact(String key, Level level, Words value) {
    return new Fact(Words.of("maintenance." + key), value, level);
  }

  private static Words number(long value) {
    return Words.verbatim(Long.toString(value));
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
