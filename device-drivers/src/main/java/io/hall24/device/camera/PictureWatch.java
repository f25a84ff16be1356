package io.hall24.device.camera;

import io.hall24.device.DeviceFailure;
import io.hall24.device.time.HallClock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges a camera by the pictures that come from it: whether they come at all, often enough, are
 * new each time, and whether the exposure has settled. Not safe for several threads.
 */
final class PictureWatch {
  private static final Duration RATE_WINDOW = Duration.ofSeconds(2);

  /** A change of mean brightness, of 255, that no exposure control makes once it has settled. */
  private static final double STEADY = 2.0;

  /** A sensor's noise spreads wider than this; a covered or blinded one may not. */
  private static final int FLAT = 8;

  private static final int SAMPLE_STEP = 97;

  /**
   * What is asked of a camera.
   *
   * @param staleAfter no picture for so long is a fault
   * @param frozenAfter the very same picture for so long is a fault; zero: it never is
   * @param settleWithin pictures are held back for at most so long until their brightness is steady
   * @param slowest pictures a second below which a camera is faulty; 0: none is too slow
   */
  record Limits(Duration staleAfter, Duration frozenAfter, Duration settleWithin, int slowest) {}

  private final HallClock clock;
  private final Limits limits;
  private final Deque<Long> arrivals = new ArrayDeque<>();
  private long firstNanos;
  private long freshNanos;
  private long changedNanos;
  private double brightness = Double.NaN;
  private boolean settled;

  PictureWatch(HallClock clock, Limits limits) {
    this.clock = clock;
    this.limits = limits;
    this.freshNanos = clock.nanoTime();
    this.changedNanos = freshNanos;
    this.settled = limits.settleWithin().isZero();
  }

  /**
   * Takes note of a picture that has just come.
   *
   * @param bgr the picture, without padding
   * @param repeated whether it is the one before, byte for byte
   */
  void saw(MemorySegment bgr, boolean repeated) {
    freshNanos = clock.nanoTime();
    firstNanos = arrivals.isEmpty() ? freshNanos : firstNanos;
    arrivals.addLast(freshNanos);
    while (freshNanos - arrivals.getFirst() > RATE_WINDOW.toNanos()) {
      arrivals.removeFirst();
    }
    boolean flat = look(bgr);
    if (!repeated || flat) {
      changedNanos = freshNanos;
    }
  }

  /**
   * Follows the brightness; true for a picture of one colour, which says nothing about freezing.
   */
  private boolean look(MemorySegment bgr) {
    int darkest = 255;
    int lightest = 0;
    long sum = 0;
    long samples = 0;
    for (long at = 0; at < bgr.byteSize(); at += SAMPLE_STEP) {
      int value = Byte.toUnsignedInt(bgr.get(ValueLayout.JAVA_BYTE, at));
      darkest = Math.min(darkest, value);
      lightest = Math.max(lightest, value);
      sum += value;
      samples++;
    }
    double mean = (double) sum / samples;
    boolean late = freshNanos - firstNanos >= limits.settleWithin().toNanos();
    settled = settled || late || Math.abs(mean - brightness) < STEADY;
    brightness = mean;
    return lightest - darkest < FLAT;
  }

  /** Whether pictures may be given: the exposure is steady, or was waited for long enough. */
  boolean settled() {
    return settled;
  }

  /** Pictures a second over the last two seconds. */
  private double rate() {
    return arrivals.size() / (RATE_WINDOW.toNanos() / 1e9);
  }

  /** What is wrong with the camera now; empty while all is well. */
  Optional<DeviceFailure> trouble() {
    long now = clock.nanoTime();
    Duration silent = Duration.ofNanos(now - freshNanos);
    if (silent.compareTo(limits.staleAfter()) > 0) {
      return fault("no picture for " + silent.toMillis() + " ms");
    }
    Duration same = Duration.ofNanos(freshNanos - changedNanos);
    if (!limits.frozenAfter().isZero() && same.compareTo(limits.frozenAfter()) > 0) {
      return fault("the picture is frozen: the same for " + same.toMillis() + " ms");
    }
    boolean known = !arrivals.isEmpty() && now - firstNanos > RATE_WINDOW.toNanos();
    if (known && rate() < limits.slowest()) {
      return fault(
          String.format(
              Locale.ROOT,
              "%.1f pictures a second, at least %d are needed",
              rate(),
              limits.slowest()));
    }
    return Optional.empty();
  }

  private static Optional<DeviceFailure> fault(String detail) {
    return Optional.of(new DeviceFailure.HardwareError(detail));
  }
}
