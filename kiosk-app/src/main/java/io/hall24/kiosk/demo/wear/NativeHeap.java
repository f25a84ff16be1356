package io.hall24.kiosk.demo.wear;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * What native code of this process has allocated and not given back, as the C library's own books
 * have it ({@code mallinfo2}, glibc 2.33 and later). Resident memory also moves with Java's heap
 * and with what the library keeps for later; this does not.
 */
final class NativeHeap {
  /** Its ten numbers; of these count what lies in mappings of its own, and what lies in arenas. */
  private static final int NUMBERS = 10;

  private static final int MAPPED = 4;
  private static final int IN_USE = 7;
  private static final MethodHandle BOOKS = books();

  private NativeHeap() {}

  @SuppressWarnings("restricted")
  private static MethodHandle books() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("mallinfo2"),
        FunctionDescriptor.of(
            MemoryLayout.structLayout(
                MemoryLayout.sequenceLayout(NUMBERS, ValueLayout.JAVA_LONG))));
  }

  /** Bytes in use. */
  static long bytes() {
    try (Arena arena = Arena.ofConfined()) {
      var books = (MemorySegment) BOOKS.invokeExact((SegmentAllocator) arena);
      return books.getAtIndex(ValueLayout.JAVA_LONG, MAPPED)
          + books.getAtIndex(ValueLayout.JAVA_LONG, IN_USE);
    } catch (Throwable impossible) {
      throw new IllegalStateException("a call into the C library", impossible);
    }
  }
}
