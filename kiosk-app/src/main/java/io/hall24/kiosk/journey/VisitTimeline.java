package io.hall24.kiosk.journey;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** When each step of a visit began and ended. Safe for use by several threads. */
public final class VisitTimeline {
  /** The document was noticed on the reader; machine time begins. */
  public static final String DOCUMENT_DETECTED = "document-detected";

  /** The printer accepted the first copy's document; machine time ends. */
  public static final String DOCUMENT_SENT = "document-sent";

  private final HallClock clock;
  private final long origin;
  private final List<Step> steps = new ArrayList<>();

  public VisitTimeline(HallClock clock) {
    this.clock = clock;
    this.origin = clock.nanoTime();
  }

  /** Who works during a step. */
  public enum Kind {
    /** The terminal works. */
    MACHINE,
    /** A question to the person is open. */
    QUESTION,
    /** A point in time. */
    MARK
  }

  /**
   * One step.
   *
   * @param name of the step
   * @param kind who works
   * @param startNanos since the visit began
   * @param endNanos since the visit began
   */
  public record Step(String name, Kind kind, long startNanos, long endNanos) {}

  /** Work that may be interrupted. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws InterruptedException;
  }

  /** Does a step and notes its time, also when it fails. */
  public <T> T during(String name, Kind kind, Work<T> work) throws InterruptedException {
    long start = clock.nanoTime();
    try {
      return work.run();
    } finally {
      note(new Step(name, kind, start - origin, clock.nanoTime() - origin));
    }
  }

  /** Notes a point in time, once: a second mark of the same name changes nothing. */
  public void mark(String name) {
    markAt(name, clock.nanoTime());
  }

  /**
   * Notes a point in time that was measured elsewhere, in monotonic nanoseconds of the same clock.
   */
  public void markAt(String name, long nanos) {
    if (at(name).isEmpty()) {
      note(new Step(name, Kind.MARK, nanos - origin, nanos - origin));
    }
  }

  private synchronized void note(Step step) {
    steps.add(step);
  }

  /** All steps in the order of their end. */
  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  private OptionalLong at(String mark) {
    return steps().stream()
        .filter(step -> step.kind() == Kind.MARK && step.name().equals(mark))
        .mapToLong(Step::startNanos)
        .findFirst();
  }

  /**
   * From the document's detection to the printer's acceptance, minus the time in which a question
   * was open.
   */
  public Optional<Duration> machineTime() {
    OptionalLong from = at(DOCUMENT_DETECTED);
    OptionalLong to = at(DOCUMENT_SENT);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    long questions =
        steps().stream()
            .filter(step -> step.kind() == Kind.QUESTION)
            .mapToLong(step -> overlap(step, from.getAsLong(), to.getAsLong()))
            .sum();
    return Optional.of(Duration.ofNanos(to.getAsLong() - from.getAsLong() - questions));
  }

  private static long overlap(Step step, long from, long to) {
    return Math.max(0, Math.min(step.endNanos(), to) - Math.max(step.startNanos(), from));
  }
}
