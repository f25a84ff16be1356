package io.hall24.kiosk.demo;

import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.journey.Moment;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does with the face what the terminal asks for, again and again until it asks for something else,
 * as people do.
 */
final class Actor implements AutoCloseable {
  private final Hands hands;
  private final AtomicReference<Optional<Challenge>> asked =
      new AtomicReference<>(Optional.empty());
  private final ExecutorService body =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("actor").factory());

  Actor(Hands hands) {
    this.hands = hands;
  }

  /** What is shown now. */
  void see(Moment moment) {
    Optional<Challenge> now =
        moment instanceof Moment.LookAtCamera(var guidance, var _, var _)
            ? guidance.flatMap(Challenge::askedBy)
            : Optional.empty();
    if (!asked.getAndSet(now).equals(now)) {
      now.ifPresent(challenge -> body.execute(() -> obey(challenge)));
    }
  }

  private void obey(Challenge challenge) {
    while (asked.get().equals(Optional.of(challenge))) {
      hands.perform(challenge);
    }
  }

  @Override
  public void close() {
    asked.set(Optional.empty());
    body.close();
  }
}
