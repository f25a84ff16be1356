package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.issuance.AnnouncedVisits;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the registry now and then which visits were announced. */
final class Announcements implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final AnnouncedVisits visits;
  private final HallClock clock;
  private final Thread thread = Thread.ofVirtual().name("announcements").unstarted(this::run);

  private Announcements(AnnouncedVisits visits, HallClock clock) {
    this.visits = visits;
    this.clock = clock;
  }

  /** Begins. */
  static Announcements start(AnnouncedVisits visits, HallClock clock) {
    var announcements = new Announcements(visits, clock);
    announcements.thread.start();
    return announcements;
  }

  private void run() {
    try {
      while (true) {
        var _ = visits.refresh(Patience.of(PATIENCE, clock));
        clock.sleep(EVERY);
      }
    } catch (InterruptedException closed) {
      LOG.debug("announcements end");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
