package io.hall24.kiosk.ui;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for a person's touch. */
final class Touch {
  private Touch() {}

  /** What was touched; empty when nothing was in that time. */
  static <A> Optional<A> within(CompletableFuture<A> touch, Duration atMost)
      throws InterruptedException {
    try {
      return Optional.of(touch.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a touch fails", impossible);
    }
  }
}
