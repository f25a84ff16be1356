package io.hall24.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Off-heap memory for what must not outlive its purpose (faces, chip photos): zeroed before it is
 * given back. Safe for use by several threads, but nobody may touch its segments after {@link
 * #close()}.
 */
public final class ErasableMemory implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final List<MemorySegment> segments = new ArrayList<>();
  private boolean closed;

  /**
   * A zeroed segment, aligned to 64 bytes.
   *
   * @param bytes its size, at least 1
   */
  public synchronized MemorySegment allocate(long bytes) {
    if (closed) {
      throw new IllegalStateException("memory is already erased");
    }
    MemorySegment segment = arena.allocate(bytes, 64);
    segments.add(segment);
    return segment;
  }

  /** Moves bytes off the heap: the array is zeroed. */
  public MemorySegment absorb(byte[] bytes) {
    MemorySegment segment = allocate(Math.max(1, bytes.length));
    MemorySegment.copy(bytes, 0, segment, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
    java.util.Arrays.fill(bytes, (byte) 0);
    return segment;
  }

  /** Zeroes everything and gives it back; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      segments.forEach(segment -> segment.fill((byte) 0));
      segments.clear();
      arena.close();
    }
  }
}
