package io.hall24.kiosk.app;

import io.hall24.config.HallTime;
import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.ops.daybook.DayClosing;
import io.hall24.kiosk.ops.daybook.Differences;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes every day at 23:55 of the hall, or as soon as the terminal runs again after that, and
 * compares anew what differed and nobody has explained.
 */
final class DayEnd {
  private static final Logger LOG = LoggerFactory.getLogger(DayEnd.class);
  private static final LocalTime CLOSING = LocalTime.of(23, 55);
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration COMPARE_AGAIN = Duration.ofMinutes(10);
  private final DayClosing days;
  private final Differences differences;
  private final HallClock clock;

  private DayEnd(DayClosing days, Differences differences, HallClock clock) {
    this.days = days;
    this.differences = differences;
    this.clock = clock;
  }

  static Chore start(DayClosing days, Differences differences, HallClock clock) {
    return Chore.start("day-end", new DayEnd(days, differences, clock)::run);
  }

  /** The day that should be closed by now. */
  private LocalDate due() {
    ZonedDateTime now = clock.wallTime().atZone(HallTime.ZONE);
    return now.toLocalTime().isBefore(CLOSING) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
  }

  private void run() throws InterruptedException {
    try {
      differences.look(Patience.of(PATIENCE, clock));
      Patience untilNextLook = Patience.of(COMPARE_AGAIN, clock);
      while (true) {
        clock.sleep(LOOK);
        LocalDate day = due();
        boolean closing = days.isOpen(day);
        if (closing) {
          var _ = days.close(day, Patience.of(PATIENCE, clock));
        }
        if (closing || untilNextLook.isOver()) {
          differences.look(Patience.of(PATIENCE, clock));
          untilNextLook = Patience.of(COMPARE_AGAIN, clock);
        }
      }
    } catch (IOException refused) {
      LOG.error("no day can be closed until the next start", refused);
    }
  }
}
