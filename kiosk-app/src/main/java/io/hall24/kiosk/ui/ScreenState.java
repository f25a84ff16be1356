package io.hall24.kiosk.ui;

import io.hall24.kiosk.journey.Allowance;
import io.hall24.kiosk.journey.Moment;
import java.util.Optional;

/**
 * Everything that the screen shows.
 *
 * @param page the screen
 * @param conditions how things stand at the terminal
 * @param timeLeft while something is awaited from the person
 */
public record ScreenState(Page page, Conditions conditions, Optional<TimeLeft> timeLeft) {
  /** Whether a person sees the same as in another state of the same page. */
  boolean saysWhat(ScreenState other) {
    return page.equals(other.page)
        && conditions.equals(other.conditions)
        && timeLeft.map(TimeLeft::told).equals(other.timeLeft.map(TimeLeft::told));
  }

  /**
   * How long the person still has.
   *
   * @param seconds left
   * @param warns whether the person is asked if they are still there
   * @param stopped whether the clock stands still
   * @param more gives all of the time again
   */
  public record TimeLeft(int seconds, boolean warns, boolean stopped, Runnable more) {
    /** What is left of an allowance. */
    static TimeLeft of(Allowance allowance) {
      var left = allowance.remaining();
      return new TimeLeft(left.seconds(), left.warns(), left.stopped(), allowance::extend);
    }

    /** What is left of a moment's allowance, if it has one. */
    static Optional<TimeLeft> of(Moment moment) {
      return moment.limit().map(TimeLeft::of);
    }

    private record Told(int seconds, boolean warns, boolean stopped) {}

    private Told told() {
      return new Told(seconds, warns, stopped);
    }
  }
}
