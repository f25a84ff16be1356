package io.hall24.kiosk.journey;

import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import java.util.random.RandomGenerator;

/**
 * The scope of one visit: everything that is known about the person hangs on it and is gone with
 * it. Made when somebody begins, closed when they leave by any way.
 */
public final class Visit implements AutoCloseable {
  private final String id;
  private final ErasableMemory memory = new ErasableMemory();
  private final VisitTimeline timeline;

  Visit(HallClock clock, RandomGenerator random) {
    this.id = String.format("%016x", random.nextLong());
    this.timeline = new VisitTimeline(clock);
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

  @Override
  public void close() {
    memory.close();
  }
}
