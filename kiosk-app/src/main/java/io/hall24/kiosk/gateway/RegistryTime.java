package io.hall24.kiosk.gateway;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journal.VerifiedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Verified time: the later of build time and last signed registry time, plus what has passed since
 * by the monotonic clock. Unknown until the registry has signed a time since the start. Never goes
 * back. Safe for use by several threads.
 */
public final class RegistryTime implements VerifiedTime {
  private static final Duration TOLERANCE = Duration.ofSeconds(60);
  private final Instant buildTime;
  private final HallClock clock;
  private final AtomicReference<Optional<Mark>> mark = new AtomicReference<>(Optional.empty());

  /**
   * @param buildTime when this program was built; no true time lies before it
   */
  public RegistryTime(Instant buildTime, HallClock clock) {
    this.buildTime = buildTime;
    this.clock = clock;
  }

  private record Mark(Instant at, long nanos, Instant signed) {}

  /** What came of a time that the registry signed. */
  public sealed interface Noted {
    /** It is the time. */
    record Taken() implements Noted {}

    /**
     * It lies before what is known to be past, so the registry's clock is wrong; ours stays.
     *
     * @param behind by how much
     */
    record Implausible(Duration behind) implements Noted {}
  }

  /** Takes a time out of an answer that was verified and belongs to a request just made. */
  public Noted note(Instant signed) {
    long nanos = clock.nanoTime();
    Instant floor = mark.get().map(known -> at(known, nanos)).orElse(buildTime);
    if (signed.plus(TOLERANCE).isBefore(floor)) {
      return new Noted.Implausible(Duration.between(signed, floor));
    }
    mark.updateAndGet(known -> {
      Instant ours = known.map(old -> at(old, nanos)).orElse(buildTime);
      return Optional.of(new Mark(signed.isAfter(ours) ? signed : ours, nanos, signed));
    });
    return new Noted.Taken();
  }

  @Override
  public Optional<Instant> now() {
    long nanos = clock.nanoTime();
    return mark.get().map(known -> at(known, nanos));
  }

  /** The latest time that the registry has signed since the start. */
  public Optional<Instant> lastSigned() {
    return mark.get().map(Mark::signed);
  }

  private static Instant at(Mark mark, long nanos) {
    return mark.at().plusNanos(nanos - mark.nanos());
  }
}
