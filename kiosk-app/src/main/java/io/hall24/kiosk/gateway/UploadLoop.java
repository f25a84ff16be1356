package io.hall24.kiosk.gateway;

import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.gateway.JournalUpload.UploadOutcome;
import io.hall24.kiosk.journal.Journal;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the registry up to date in the background, on a virtual thread of its own, and asks it for
 * the time when there is nothing to send, so that a lost network shows within 10 s.
 */
public final class UploadLoop {
  private static final Logger LOG = LoggerFactory.getLogger(UploadLoop.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private final RegistryLink link;
  private final JournalUpload upload;
  private final Journal journal;
  private final HallClock clock;

  private UploadLoop(RegistryLink link, JournalUpload upload, Journal journal, HallClock clock) {
    this.link = link;
    this.upload = upload;
    this.journal = journal;
    this.clock = clock;
  }

  /** Begins. */
  public static Chore start(
      RegistryLink link, JournalUpload upload, Journal journal, HallClock clock) {
    return Chore.start("upload", new UploadLoop(link, upload, journal, clock)::run);
  }

  private void run() throws InterruptedException {
    int failures = 0;
    while (true) {
      if (round()) {
        failures = 0;
        awaitWork();
      } else {
        clock.sleep(pause(failures++));
      }
    }
  }

  /** Sends what there is, or asks for the time; false when that failed. */
  private boolean round() throws InterruptedException {
    long head = journal.head().sequence();
    Patience patience = Patience.of(PATIENCE, clock);
    if (journal.acknowledged() >= head && link.time().now().isPresent()) {
      return !(link.ask(Call.get("/v1/time", "TIME"), patience) instanceof Heard.Nothing);
    }
    return switch (upload.bringUpTo(head, patience)) {
      case UploadOutcome.Acknowledged acknowledged -> true;
      case UploadOutcome.Fork(long sequence, String detail) -> {
        LOG.error("fork at {}: {}", sequence, detail);
        yield false;
      }
      case UploadOutcome.Unavailable(String detail) -> {
        LOG.info("upload waits: {}", detail);
        yield false;
      }
    };
  }

  private void awaitWork() throws InterruptedException {
    Patience quiet = Patience.of(QUIET, clock);
    long sent = journal.acknowledged();
    while (journal.head().sequence() <= sent && quiet.pause(LOOK)) {
      // Each turn looks again whether something was recorded.
    }
  }

  /** Doubles with every failure; a random part keeps terminals from coming back all at once. */
  static Duration pause(int failures) {
    long longest = SHORTEST_PAUSE.toMillis() << Math.min(failures, 4);
    long bounded = Math.min(longest, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bounded / 2, bounded + 1));
  }
}
