package io.hall24.device.supervision;

import io.hall24.device.time.Patience;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The one platform thread on which a device (or another owner of native code) works, with a bounded
 * mailbox. A virtual thread never enters native code itself: it leaves its question here and waits.
 * An interrupt of the asker reaches the thread as a cancelled {@link Patience}, never as an
 * interrupt.
 */
public final class DeviceThread implements AutoCloseable {
  private static final int MAILBOX = 32;
  private final ThreadPoolExecutor executor;
  private final String name;

  public DeviceThread(String name) {
    this.name = name;
    this.executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAILBOX),
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /**
   * Asks and waits for the answer. A question that the thread has not begun when the asker gives up
   * is withdrawn and never begun.
   *
   * @param grace how much longer than the patience the answer is awaited, for the callee's own
   *     clean-up, in ms
   * @return empty when the question was begun and no answer came in time: the thread hangs, and the
   *     caller must treat the device as lost
   * @throws InterruptedException when the asker was interrupted; the patience is then cancelled
   * @throws RejectedExecutionException when the question was never begun: the thread is at work on
   *     something else, its mailbox is full, or it was closed
   */
  public <T> Optional<T> ask(Patience patience, long grace, Function<Patience, T> question)
      throws InterruptedException {
    var begun = new AtomicBoolean();
    Future<Optional<T>> answer =
        submit(() ->
            begun.compareAndSet(false, true)
                ? Optional.of(question.apply(patience))
                : Optional.empty());
    try {
      return answer.get(patience.remaining().toMillis() + grace, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      patience.cancel();
      if (begun.compareAndSet(false, true)) {
        throw new RejectedExecutionException(name + " is at work on something else");
      }
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      patience.cancel();
      begun.set(true);
      throw interrupted;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("on thread " + name, failed.getCause());
    }
  }

  /** Leaves work for the thread; the future carries its result. */
  public <T> CompletableFuture<T> submit(java.util.function.Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, executor);
  }

  /** Takes no more work; what is in the mailbox is still done. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
