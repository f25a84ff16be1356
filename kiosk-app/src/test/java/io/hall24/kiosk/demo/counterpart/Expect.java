package io.hall24.kiosk.demo.counterpart;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;

/** What a test expects of an attempt. */
final class Expect {
  private Expect() {}

  /** The value of an attempt that must have succeeded. */
  static <T> T done(Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T>(var value) -> value;
      case Attempt.Failed<T>(var failure) -> throw new AssertionError(failure);
    };
  }

  /** The failure of an attempt that must have failed. */
  static DeviceFailure failure(Attempt<?> attempt) {
    return assertInstanceOf(Attempt.Failed.class, attempt).failure();
  }

  static Patience seconds(long seconds) {
    return Patience.of(Duration.ofSeconds(seconds), HallClock.system());
  }
}
