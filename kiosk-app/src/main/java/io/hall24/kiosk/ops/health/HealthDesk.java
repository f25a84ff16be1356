package io.hall24.kiosk.ops.health;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.issuance.IssuanceState;
import io.hall24.kiosk.issuance.OpenIssuance;
import io.hall24.kiosk.issuance.SheetPlace;
import io.hall24.kiosk.issuance.StockCount;
import io.hall24.kiosk.journal.FileReading;
import io.hall24.kiosk.journal.JournalStatus;
import io.hall24.kiosk.ops.health.HealthReport.CertificateHealth;
import io.hall24.kiosk.ops.health.HealthReport.ClockHealth;
import io.hall24.kiosk.ops.health.HealthReport.Disk;
import io.hall24.kiosk.ops.health.HealthReport.JournalHealth;
import io.hall24.kiosk.ops.health.HealthReport.RecoveredIssuance;
import io.hall24.kiosk.ops.health.HealthReport.StockHealth;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Assembles the report. A part that cannot be asked is left out and named: a terminal whose journal
 * is broken must still be able to say so. Safe for use by several threads.
 */
public final class HealthDesk {
  private static final double MILLIS = 1e3;
  private static final String NOT_RUNNING =
      "the terminal does not run: devices, visits and registry time are not known";
  private final HealthSources sources;
  private final HallClock clock;
  private final Optional<Instant> startedAt;

  private HealthDesk(HealthSources sources, HallClock clock, Optional<Instant> startedAt) {
    this.sources = sources;
    this.clock = clock;
    this.startedAt = startedAt;
  }

  /** Of a terminal that counts as started from now on. */
  public HealthDesk(HealthSources sources, HallClock clock) {
    this(sources, clock, Optional.of(clock.wallTime()));
  }

  /** Of a terminal that does not run: every report says so first. */
  public static HealthDesk atRest(HealthSources sources, HallClock clock) {
    return new HealthDesk(sources, clock, Optional.empty());
  }

  /** How the terminal stands now. */
  public HealthReport report() {
    List<String> problems = new ArrayList<>();
    if (startedAt.isEmpty()) {
      problems.add(NOT_RUNNING);
    }
    Instant wall = clock.wallTime();
    Optional<Instant> verified = sources.time().now();
    return new HealthReport(
        sources.terminal(),
        wall,
        startedAt,
        sources.versions(),
        sources.board().worstFirst().stream().map(DeviceHistories::device).toList(),
        recorded("stock", problems, sources.ledgers().stock())
            .map(counts -> counts.stream().map(HealthDesk::stock).toList())
            .orElse(List.of()),
        recorded("journal", problems, sources.ledgers().journal())
            .map(status -> journal(status, wall)),
        sources.visits().health(),
        recorded("open issuances", problems, sources.ledgers().issuances())
            .map(HealthDesk::byState)
            .orElse(Map.of()),
        filed("disk", problems, () -> disk(sources.data())),
        clock(wall, verified),
        certificates(verified.orElse(wall)),
        sources.recovered().get().stream()
            .map(step -> new RecoveredIssuance(Words.of(step.found()), Words.of(step.now())))
            .toList(),
        filed("stored pictures", problems, () -> StoredPictures.count(sources.data())),
        sources.warnings(),
        problems);
  }

  private interface Question<T> {
    T answer() throws IOException;
  }

  private static <T> Optional<T> recorded(
      String part, List<String> problems, FileReading<T> reading) {
    return switch (reading) {
      case FileReading.Read<T>(T value) -> Optional.of(value);
      case FileReading.Unreadable<T>(String why) -> {
        problems.add(part + ": the journal cannot be read: " + why);
        yield Optional.empty();
      }
    };
  }

  private static <T> Optional<T> filed(String part, List<String> problems, Question<T> question) {
    try {
      return Optional.of(question.answer());
    } catch (IOException unreadable) {
      problems.add(part + ": " + unreadable);
      return Optional.empty();
    }
  }

  private static StockHealth stock(StockCount count) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (SheetPlace place : SheetPlace.values()) {
      places.put(Words.of(place), count.at(place));
    }
    return new StockHealth(
        Words.of(count.medium()), count.loaded(), places, count.balanced(), count.closed());
  }

  private static JournalHealth journal(JournalStatus status, Instant wall) {
    return new JournalHealth(
        status.head().sequence(),
        status.acknowledged(),
        status.unsent(),
        status.oldestUnsent().map(at -> Math.max(0, Duration.between(at, wall).toSeconds())),
        status.rejected(),
        status.fork().isPresent(),
        status.bytes());
  }

  private static Map<String, Integer> byState(List<OpenIssuance> open) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (IssuanceState state : IssuanceState.values()) {
      if (state != IssuanceState.SETTLED) {
        counts.put(Words.of(state), 0);
      }
    }
    open.forEach(issuance -> counts.merge(Words.of(issuance.state()), 1, Integer::sum));
    return counts;
  }

  private static Disk disk(Path data) throws IOException {
    FileStore store = Files.getFileStore(data);
    return new Disk(store.getUsableSpace(), store.getTotalSpace());
  }

  private static ClockHealth clock(Instant wall, Optional<Instant> verified) {
    return new ClockHealth(
        wall,
        verified.isPresent(),
        verified,
        verified.map(registry -> Duration.between(registry, wall).toMillis() / MILLIS));
  }

  private List<CertificateHealth> certificates(Instant now) {
    return sources.certificates().stream()
        .map(known ->
            new CertificateHealth(
                known.name(),
                known.notAfter(),
                Math.floorDiv(
                    Duration.between(now, known.notAfter()).toSeconds(),
                    Duration.ofDays(1).toSeconds())))
        .toList();
  }
}
