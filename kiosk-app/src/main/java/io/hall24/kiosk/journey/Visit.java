package io.hall24.kiosk.journey;

import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The scope of one visit: everything that is known about the person hangs on it and is gone with
 * it. Made when somebody begins, closed when they leave by any way.
 */
public final class Visit implements AutoCloseable {
  private final String id;
  private final ErasableMemory memory = new ErasableMemory();
  private final VisitTimeline timeline;
  private final Supplier<Locale> language;

  Visit(HallClock clock, RandomGenerator random, Supplier<Locale> language) {
    this.id = String.format("%016x", random.nextLong());
    this.timeline = new VisitTimeline(clock);
    this.language = language;
  }

  /** Random, and no key to a person. */
  public String id() {
    return id;
  }

  /** Off-heap memory for the chip photo and templates; zeroed at the end of the visit. */
  public ErasableMemory memory() {
    return memory;
  }

  /** When each step began and ended. */
  public VisitTimeline timeline() {
    return timeline;
  }

  /** The language in which the person is spoken with now. */
  Locale language() {
    return language.get();
  }

  @Override
  public void close() {
    memory.close();
  }
}
