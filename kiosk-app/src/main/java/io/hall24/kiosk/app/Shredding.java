package io.hall24.kiosk.app;

import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalFailure;
import io.hall24.kiosk.journal.KeyPeriod;
import io.hall24.kiosk.journal.Retention;
import io.hall24.kiosk.journal.VerifiedTime;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the keys of content whose time is over, soon after the start and then every hour. Until
 * the registry's time is known nothing is destroyed.
 */
final class Shredding {
  private static final Logger LOG = LoggerFactory.getLogger(Shredding.class);
  private static final Duration AFTER_START = Duration.ofMinutes(1);
  private static final Duration EVERY = Duration.ofHours(1);
  private final Journal journal;
  private final VerifiedTime time;
  private final HallClock clock;

  private Shredding(Journal journal, VerifiedTime time, HallClock clock) {
    this.journal = journal;
    this.time = time;
    this.clock = clock;
  }

  static Chore start(Journal journal, VerifiedTime time, HallClock clock) {
    return Chore.start("shredding", new Shredding(journal, time, clock)::run);
  }

  private void run() throws InterruptedException {
    clock.sleep(AFTER_START);
    while (true) {
      time.now().ifPresent(this::shred);
      clock.sleep(EVERY);
    }
  }

  private void shred(Instant now) {
    try {
      for (KeyPeriod period : Retention.due(journal.keyPeriods(), journal.acknowledged(), now)) {
        KeyState state = journal.shred(period.retention(), period.period());
        if (!(state instanceof KeyState.Destroyed)) {
          LOG.error("{} {} is not destroyed: {}", period.retention(), period.period(), state);
        }
      }
    } catch (JournalFailure unreadable) {
      LOG.error("nothing is destroyed now", unreadable);
    }
  }
}
