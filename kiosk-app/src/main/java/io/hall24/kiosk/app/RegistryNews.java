package io.hall24.kiosk.app;

import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.gateway.Bundles;
import io.hall24.kiosk.issuance.AnnouncedVisits;
import java.time.Duration;

/** Asks the registry now and then which visits were announced, and for new catalogue and forms. */
final class RegistryNews {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration BUNDLES_EVERY = Duration.ofHours(6);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final AnnouncedVisits visits;
  private final BundleShelf shelf;
  private final Bundles bundles;
  private final HallClock clock;

  private RegistryNews(
      AnnouncedVisits visits, BundleShelf shelf, Bundles bundles, HallClock clock) {
    this.visits = visits;
    this.shelf = shelf;
    this.bundles = bundles;
    this.clock = clock;
  }

  /** Begins. */
  static Chore start(AnnouncedVisits visits, BundleShelf shelf, Bundles bundles, HallClock clock) {
    return Chore.start("registry-news", new RegistryNews(visits, shelf, bundles, clock)::run);
  }

  private void run() throws InterruptedException {
    Patience bundlesHold = Patience.of(Duration.ZERO, clock);
    while (true) {
      var _ = visits.refresh(Patience.of(PATIENCE, clock));
      if (bundlesHold.isOver() && shelf.refresh(bundles, clock)) {
        bundlesHold = Patience.of(BUNDLES_EVERY, clock);
      }
      clock.sleep(EVERY);
    }
  }
}
