package io.hall24.kiosk.ops.daybook;

import io.hall24.config.HallTime;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.issuance.Obstacle;
import io.hall24.kiosk.issuance.StaffAnswer;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Journal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The differences of closed days that nobody has explained. One of kind R2, R3 or R4 closes the
 * licence service at nine o'clock of the next morning (domain.md 5.3), until it is gone or two
 * persons have explained it. R1 ends by uploading, and R5 closes the service by itself.
 */
public final class Differences {
  private static final LocalTime DUE = LocalTime.of(9, 0);
  private static final int DAYS_LOOKED_BACK = 31;
  private final Journal journal;
  private final DayClosing days;
  private final HallClock clock;
  private volatile List<Unexplained> unexplained = List.of();

  /**
   * @param days compares again
   */
  public Differences(Journal journal, DayClosing days, HallClock clock) {
    this.journal = journal;
    this.days = days;
    this.clock = clock;
  }

  /**
   * A difference of a closed day.
   *
   * @param code R2, R3 or R4
   * @param subject id of the issuance, or a sheet's number
   */
  public record Unexplained(LocalDate day, Discrepancy.Code code, String subject) {
    @Override
    public String toString() {
      return day + " " + code + " " + subject;
    }
  }

  /** What the journal says of a closed day. */
  private record ClosedDay(boolean reconciled, Set<Unexplained> found, Set<Unexplained> explained) {
    Set<Unexplained> open(Set<Unexplained> differences) {
      Set<Unexplained> open = new LinkedHashSet<>(differences);
      open.removeAll(explained);
      return open;
    }
  }

  /**
   * Reads the closed days again, and compares those anew on which something differed, or whose
   * registry's side was not there.
   */
  public synchronized void look(Patience patience) throws InterruptedException {
    List<Unexplained> now = new ArrayList<>();
    for (Map.Entry<LocalDate, ClosedDay> closed : closed().entrySet()) {
      ClosedDay day = closed.getValue();
      if (!day.reconciled() || !day.open(day.found()).isEmpty()) {
        DayReport report = days.compare(closed.getKey(), patience);
        Set<Unexplained> differences =
            report.reconciled() ? blocking(closed.getKey(), report) : day.found();
        now.addAll(day.open(differences));
      }
    }
    unexplained = List.copyOf(now);
  }

  private Map<LocalDate, ClosedDay> closed() {
    LocalDate first = today().minusDays(DAYS_LOOKED_BACK);
    Map<LocalDate, ClosedDay> closed = new LinkedHashMap<>();
    journal
        .events(1, DayEvent.class)
        .forEach(recorded -> {
          switch (recorded.event()) {
            case DayEvent.Closed(var day, var reconciled, var differences, _) ->
                closed.put(
                    LocalDate.parse(day),
                    new ClosedDay(
                        reconciled,
                        blocking(LocalDate.parse(day), differences),
                        new LinkedHashSet<>()));
            case DayEvent.Explained(var day, var code, var subject, _, _) ->
                Optional.ofNullable(closed.get(LocalDate.parse(day)))
                    .ifPresent(closedDay ->
                        closedDay
                            .explained()
                            .add(
                                new Unexplained(
                                    LocalDate.parse(day),
                                    Discrepancy.Code.valueOf(code),
                                    subject)));
          }
        });
    closed.keySet().removeIf(day -> day.isBefore(first));
    return closed;
  }

  /** Of a day as it was closed: code and subject of each, e.g. {@code R3 ZA000001}. */
  private static Set<Unexplained> blocking(LocalDate day, List<String> differences) {
    return blocking(
        differences.stream()
            .map(difference -> difference.split(" ", 2))
            .map(parts -> new Unexplained(day, Discrepancy.Code.valueOf(parts[0]), parts[1])));
  }

  private static Set<Unexplained> blocking(LocalDate day, DayReport report) {
    return blocking(
        report.discrepancies().stream()
            .map(found -> new Unexplained(day, found.code(), found.subject())));
  }

  private static Set<Unexplained> blocking(Stream<Unexplained> differences) {
    return differences
        .filter(difference -> closesTheService(difference.code()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean closesTheService(Discrepancy.Code code) {
    return switch (code) {
      case R2, R3, R4 -> true;
      case R1, R5 -> false;
    };
  }

  /** All that nobody has explained, also what closes nothing yet. */
  public List<Unexplained> unexplained() {
    return unexplained;
  }

  /** What closes the service now. */
  public List<Obstacle> obstacles() {
    return unexplained.stream()
        .filter(difference -> isDue(difference.day()))
        .<Obstacle>map(difference -> new Obstacle.Unexplained(difference.toString()))
        .toList();
  }

  private boolean isDue(LocalDate day) {
    return !clock
        .wallTime()
        .isBefore(day.plusDays(1).atTime(DUE).atZone(HallTime.ZONE).toInstant());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.wallTime(), HallTime.ZONE);
  }

  /** Two persons know why, and say so. */
  public synchronized StaffAnswer explain(
      LocalDate day, String subject, String reason, TwoPersons persons) {
    Stream<Unexplained> recorded =
        Optional.ofNullable(closed().get(day)).stream()
            .flatMap(closed -> closed.open(closed.found()).stream());
    List<Unexplained> meant =
        Stream.concat(unexplained.stream(), recorded)
            .distinct()
            .filter(difference -> difference.day().equals(day))
            .filter(difference -> difference.subject().equals(subject))
            .toList();
    if (meant.isEmpty()) {
      return new StaffAnswer.DoesNotFit("nothing unexplained of " + subject + " on " + day);
    }
    List<DayEvent.Explained> events =
        meant.stream()
            .map(difference ->
                new DayEvent.Explained(
                    day.toString(), difference.code().name(), subject, reason, persons.names()))
            .toList();
    if (journal.appendAll(events) instanceof AppendResult.NotRecorded<?>(var why, var detail)) {
      return new StaffAnswer.NotRecorded(why + " " + detail);
    }
    unexplained = unexplained.stream().filter(difference -> !meant.contains(difference)).toList();
    return new StaffAnswer.Recorded();
  }
}
