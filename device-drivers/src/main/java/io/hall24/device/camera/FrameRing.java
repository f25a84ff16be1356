package io.hall24.device.camera;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.ErasableMemory;
import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Four buffers between the grabbing thread and the camera's thread: three hold the pictures that
 * were given last, one the newest that was not given yet. Zeroed at {@link #close()}.
 */
final class FrameRing implements AutoCloseable {
  private static final int BUFFERS = 4;
  private static final int GIVEN = BUFFERS - 1;
  private static final Duration LOOK_AT_PATIENCE = Duration.ofMillis(20);

  private final HallClock clock;
  private final PictureWatch watch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ErasableMemory memory = new ErasableMemory();
  private final List<MemorySegment> buffers = new ArrayList<>();
  private final Deque<MemorySegment> given = new ArrayDeque<>();
  private Optional<Frame> newest = Optional.empty();
  private Optional<Frame> waiting = Optional.empty();
  private Optional<DeviceFailure> end = Optional.empty();
  private long sequence;
  private boolean closed;

  FrameRing(HallClock clock, PictureWatch watch) {
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * Takes in a picture; one that nobody asked for is overwritten.
   *
   * @param pixels rows of {@code stride} bytes each
   * @return false when the ring was closed or ended
   */
  boolean put(int width, int height, MemorySegment pixels, int stride) {
    lock.lock();
    try {
      if (closed || end.isPresent()) {
        return false;
      }
      if (newest.filter(f -> f.width() != width || f.height() != height).isPresent()) {
        end = Optional.of(new DeviceFailure.HardwareError("the pictures changed their size"));
        changed.signalAll();
        return false;
      }
      boolean repeated = newest.filter(before -> same(before, pixels, stride)).isPresent();
      MemorySegment buffer = free(3L * width * height);
      for (int row = 0; row < height; row++) {
        MemorySegment.copy(pixels, (long) row * stride, buffer, 3L * width * row, 3L * width);
      }
      watch.saw(buffer, repeated);
      newest = Optional.of(new Frame(sequence++, clock.nanoTime(), width, height, buffer));
      if (watch.settled()) {
        waiting = newest;
        changed.signalAll();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static boolean same(Frame before, MemorySegment pixels, int stride) {
    long line = 3L * before.width();
    for (int row = 0; row < before.height(); row++) {
      long there = (long) row * stride;
      long here = line * row;
      if (MemorySegment.mismatch(pixels, there, there + line, before.bgr(), here, here + line)
          >= 0) {
        return false;
      }
    }
    return true;
  }

  private MemorySegment free(long bytes) {
    while (buffers.size() < BUFFERS) {
      buffers.add(memory.allocate(bytes));
    }
    return buffers.stream().filter(b -> !given.contains(b)).findFirst().orElseThrow();
  }

  /** No more pictures will come, and why. */
  void end(DeviceFailure why) {
    lock.lock();
    try {
      end = end.or(() -> Optional.of(why));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a moment of the clock; false when the ring was closed before. */
  boolean awaitUntil(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos - clock.nanoTime();
      while (!closed && left > 0) {
        long unused = changed.awaitNanos(left);
        left = Math.min(unused, nanos - clock.nanoTime());
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a first picture without taking it. */
  Attempt<Frame> awaitFirst(Patience patience) {
    return await(patience, false);
  }

  /** Waits for a picture that was not given yet, and gives it. */
  Attempt<Frame> take(Patience patience) {
    return await(patience, true);
  }

  private Attempt<Frame> await(Patience patience, boolean take) {
    lock.lock();
    try {
      while (true) {
        if (closed) {
          return Attempt.failed(new DeviceFailure.Offline("the camera is closed"));
        }
        if (waiting.isPresent() && watch.trouble().isEmpty()) {
          Frame frame = waiting.get();
          if (take) {
            give(frame);
          }
          return Attempt.done(frame);
        }
        Optional<DeviceFailure> failure = failure(patience);
        if (failure.isPresent()) {
          return Attempt.failed(failure.get());
        }
        long slice = Math.min(LOOK_AT_PATIENCE.toNanos(), patience.remaining().toNanos());
        var _ = changed.await(slice, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Attempt.failed(new DeviceFailure.Cancelled("interrupted while waiting for a picture"));
    } finally {
      lock.unlock();
    }
  }

  private void give(Frame frame) {
    waiting = Optional.empty();
    given.addLast(frame.bgr());
    if (given.size() > GIVEN) {
      given.removeFirst();
    }
  }

  private Optional<DeviceFailure> failure(Patience patience) {
    if (end.isPresent()) {
      return end;
    }
    if (patience.isCancelled()) {
      return Optional.of(new DeviceFailure.Cancelled("nobody waits for the picture any more"));
    }
    Optional<DeviceFailure> trouble = newest.flatMap(frame -> watch.trouble());
    if (trouble.isPresent()) {
      return trouble;
    }
    return patience.isOver()
        ? Optional.of(new DeviceFailure.TimedOut(patience.granted(), "no picture came"))
        : Optional.empty();
  }

  /** Why the source counts as broken or ended; empty while pictures come. */
  Optional<DeviceFailure> trouble() {
    lock.lock();
    try {
      return end.or(watch::trouble);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting = Optional.empty();
      newest = Optional.empty();
      given.clear();
      buffers.clear();
      memory.close();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
