package io.hall24.kiosk.ui;

import java.util.Optional;

/**
 * Everything that the screen shows.
 *
 * @param page the screen
 * @param conditions how things stand at the terminal
 * @param timeLeft while a question is open
 */
public record ScreenState(Page page, Conditions conditions, Optional<TimeLeft> timeLeft) {
  /**
   * How long the question stays open.
   *
   * @param seconds left
   * @param warns whether the person is asked if they are still there
   * @param stopped whether the clock stands still
   * @param more gives all of the time again
   */
  public record TimeLeft(int seconds, boolean warns, boolean stopped, Runnable more) {}
}
