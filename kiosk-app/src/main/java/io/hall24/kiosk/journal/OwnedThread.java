package io.hall24.kiosk.journal;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A named platform thread on which SQLite is called. Askers wait until it has answered: an
 * interrupt neither stops the work nor the waiting, and is kept for later. At most {@value
 * #MAILBOX} askers are let in; the others wait for their turn.
 */
final class OwnedThread implements AutoCloseable {
  private static final int MAILBOX = 64;
  private final ExecutorService executor;
  private final Semaphore mailbox = new Semaphore(MAILBOX);
  private final Set<Thread> own = ConcurrentHashMap.newKeySet();

  OwnedThread(String name) {
    this.executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(work);
              own.add(thread);
              return thread;
            });
  }

  /**
   * Does work on the thread and waits for it; what it throws is thrown here.
   *
   * @throws java.util.concurrent.RejectedExecutionException when the thread was closed
   * @throws IllegalStateException on the thread itself, which would wait for itself for ever
   */
  <T> T call(Supplier<T> work) {
    if (own.contains(Thread.currentThread())) {
      throw new IllegalStateException("the journal was called from its own thread");
    }
    mailbox.acquireUninterruptibly();
    try {
      return CompletableFuture.supplyAsync(work, executor).join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException thrown -> throw thrown;
        case Error error -> throw error;
        case null, default -> throw failed;
      }
    } finally {
      mailbox.release();
    }
  }

  /** Does a last piece of work and closes; a second call does nothing. */
  void finish(Runnable last) {
    if (!executor.isShutdown()) {
      executor.execute(last);
      close();
    }
  }

  /** Takes no more work and waits for what it has, interrupted or not. */
  @Override
  public void close() {
    executor.shutdown();
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
