package io.hall24.kiosk.app;

import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.issuance.AnnouncedVisits;
import java.time.Duration;

/** Asks the registry now and then which visits were announced. */
final class Announcements {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final AnnouncedVisits visits;
  private final HallClock clock;

  private Announcements(AnnouncedVisits visits, HallClock clock) {
    this.visits = visits;
    this.clock = clock;
  }

  /** Begins. */
  static Chore start(AnnouncedVisits visits, HallClock clock) {
    return Chore.start("announcements", new Announcements(visits, clock)::run);
  }

  private void run() throws InterruptedException {
    while (true) {
      var _ = visits.refresh(Patience.of(PATIENCE, clock));
      clock.sleep(EVERY);
    }
  }
}
