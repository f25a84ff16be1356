package io.hall24.kiosk.app;

import io.hall24.config.HallTime;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.ops.daybook.DayClosing;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes every day at 23:55 of the hall, or as soon as the terminal runs again after that. */
final class DayEnd implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DayEnd.class);
  private static final LocalTime CLOSING = LocalTime.of(23, 55);
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final DayClosing days;
  private final HallClock clock;
  private final Thread thread = Thread.ofVirtual().name("day-end").unstarted(this::run);

  private DayEnd(DayClosing days, HallClock clock) {
    this.days = days;
    this.clock = clock;
  }

  static DayEnd start(DayClosing days, HallClock clock) {
    var end = new DayEnd(days, clock);
    end.thread.start();
    return end;
  }

  /** The day that should be closed by now. */
  private LocalDate due() {
    ZonedDateTime now = clock.wallTime().atZone(HallTime.ZONE);
    return now.toLocalTime().isBefore(CLOSING) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
  }

  private void run() {
    try {
      while (true) {
        clock.sleep(LOOK);
        LocalDate day = due();
        if (days.isOpen(day)) {
          var _ = days.close(day, Patience.of(PATIENCE, clock));
        }
      }
    } catch (InterruptedException closed) {
      LOG.debug("day end ends");
    } catch (IOException refused) {
      LOG.error("no day can be closed until the next start", refused);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
