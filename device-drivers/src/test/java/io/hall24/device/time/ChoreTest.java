package io.hall24.device.time;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ChoreTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch busy = new CountDownLatch(1);
  private final AtomicBoolean letGo = new AtomicBoolean();

  private void work() throws InterruptedException {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } finally {
      busy.await();
      letGo.set(true);
    }
  }

  @Test
  void closingWaitsUntilTheWorkHasLetGo() throws InterruptedException, ExecutionException {
    Chore chore = Chore.start("work", this::work);
    begun.await();
    assertTrue(chore.isRunning());
    CompletableFuture<Boolean> closed =
        CompletableFuture.supplyAsync(() -> {
          chore.close();
          return letGo.get();
        });
    busy.countDown();
    assertTrue(closed.get(), "closed before the work had let go");
    assertFalse(chore.isRunning());
  }

  @Test
  void programmingErrorEndsIt() {
    Chore chore =
        Chore.start(
            "work",
            () -> {
              throw new IllegalStateException("planted");
            });
    chore.close();
    assertFalse(chore.isRunning());
  }
}
