package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Something that {@code hall24 bench} measures, with its floor and its peers in the same run. */
interface Benchmark {
  /** The word on the command line. */
  String name();

  /** One line for the help. */
  String summary();

  /**
   * Measures.
   *
   * @throws CannotOpen when something is missing
   */
  Findings run(Setting setting) throws CannotOpen, IOException, InterruptedException;

  /**
   * Where and how.
   *
   * @param scratch an empty directory on the disk that counts
   * @param size how much of it; each benchmark has its own default
   * @param progress is told what is going on
   */
  record Setting(Path scratch, OptionalInt size, Consumer<String> progress, HallClock clock) {}

  /** What came of it. */
  record Findings(List<Timing> timings, List<Criterion> criteria) {
    public Findings {
      timings = List.copyOf(timings);
      criteria = List.copyOf(criteria);
    }
  }

  /** How long something took, n times, in milliseconds. */
  record Timing(String what, int n, double median, double p95) {
    static Timing of(String what, List<Long> nanos) {
      double[] sorted = nanos.stream().mapToDouble(it -> it / 1e6).sorted().toArray();
      return new Timing(
          what, sorted.length, sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)]);
    }

    double ratioTo(Timing floor) {
      return median / floor.median;
    }
  }

  /** Something that must not be above a limit. */
  record Criterion(String what, double value, double limit) {
    boolean holds() {
      return value <= limit;
    }
  }
}
