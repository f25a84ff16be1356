package io.hall24.kiosk.ops.health;

import io.hall24.kiosk.ops.health.HealthReport.Times;
import io.hall24.kiosk.ops.health.HealthReport.VisitHealth;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts visits by outcome, and how long their steps took. Knows no visit, only numbers. Safe for
 * use by several threads.
 */
public final class VisitTally {
  private static final int NAMES = 64;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<String, Durations> steps = new TreeMap<>();
  private final Durations machineTime = new Durations();

  /** Nothing is counted yet. */
  public VisitTally() {}

  /**
   * A step of a visit.
   *
   * @param name of few
   */
  public record StepTime(String name, Duration duration) {}

  /**
   * Counts a visit.
   *
   * @param outcome its code
   * @param machine its machine time, if a licence was printed
   * @param worked what the terminal did in it
   */
  public synchronized void ended(
      String outcome, Optional<Duration> machine, List<StepTime> worked) {
    outcomes.merge(outcome, 1L, Long::sum);
    machine.ifPresent(machineTime::add);
    for (StepTime step : worked) {
      if (steps.size() < NAMES || steps.containsKey(step.name())) {
        steps.computeIfAbsent(step.name(), _ -> new Durations()).add(step.duration());
      }
    }
  }

  synchronized VisitHealth health() {
    Map<String, Times> times = new TreeMap<>();
    steps.forEach((name, durations) -> durations.times().ifPresent(it -> times.put(name, it)));
    return new VisitHealth(
        outcomes.values().stream().mapToLong(Long::longValue).sum(),
        new TreeMap<>(outcomes),
        machineTime.times(),
        times);
  }

  /** The last of many durations, and the sum of all. */
  private static final class Durations {
    private static final int REMEMBERED = 512;
    private static final double NANOS = 1e9;
    private final long[] last = new long[REMEMBERED];
    private long count;
    private double totalNanos;

    void add(Duration duration) {
      last[(int) (count % REMEMBERED)] = duration.toNanos();
      count++;
      totalNanos += duration.toNanos();
    }

    Optional<Times> times() {
      if (count == 0) {
        return Optional.empty();
      }
      long[] sorted = Arrays.copyOf(last, (int) Math.min(count, REMEMBERED));
      Arrays.sort(sorted);
      return Optional.of(
          new Times(count, totalNanos / NANOS, quantile(sorted, 0.5), quantile(sorted, 0.95)));
    }

    private static double quantile(long[] sorted, double part) {
      return sorted[(int) Math.ceil(part * sorted.length) - 1] / NANOS;
    }
  }
}
