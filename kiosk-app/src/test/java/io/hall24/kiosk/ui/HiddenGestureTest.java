package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HiddenGestureTest {
  private static final double WIDTH = 1080;
  private final SetClock clock = new SetClock();
  private final HiddenGesture gesture = new HiddenGesture(WIDTH, clock);

  private void hold(double x, double y, Duration length) {
    gesture.pressed(x, y);
    clock.pass(length);
    gesture.released(x, y);
  }

  private boolean touchRight() {
    boolean complete = gesture.pressed(WIDTH - 20, 30);
    gesture.released(WIDTH - 20, 30);
    return complete;
  }

  @Test
  void fiveSecondsLeftAndATouchRightOpen() {
    hold(20, 30, Duration.ofSeconds(5));
    clock.pass(Duration.ofSeconds(4));
    assertEquals(true, touchRight());
    assertEquals(false, touchRight(), "once");
  }

  @Test
  void lessIsNotEnough() {
    assertEquals(false, touchRight());
    hold(20, 30, Duration.ofMillis(4_900));
    assertEquals(false, touchRight(), "too short");
    hold(20, 30, Duration.ofSeconds(5));
    clock.pass(Duration.ofMillis(5_100));
    assertEquals(false, touchRight(), "too late");
  }

  @Test
  void anythingElseBetweenEndsIt() {
    hold(20, 30, Duration.ofSeconds(6));
    hold(500, 900, Duration.ZERO);
    assertEquals(false, touchRight(), "somewhere else was touched");
    gesture.pressed(20, 30);
    clock.pass(Duration.ofSeconds(6));
    gesture.released(400, 30);
    assertEquals(false, touchRight(), "the finger went away");
    hold(20, 400, Duration.ofSeconds(6));
    assertEquals(false, touchRight(), "not the corner");
    hold(20, 30, Duration.ofSeconds(6));
    assertEquals(false, gesture.pressed(WIDTH - 20, 400), "not the other corner");
  }
}
