package io.hall24.device.evdev;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An open node of an input device, e.g. {@code /dev/input/by-id/...-event-kbd}. Read through the C
 * library, because a read of Java's cannot be given up when nobody presses a key. Belongs to one
 * thread.
 */
final class InputNode implements AutoCloseable {
  private static final int NO_CONTROLLING_TERMINAL = 0x100;
  private static final int NON_BLOCKING = 0x800;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final short READABLE = 1;
  private static final int GONE = 0x08 | 0x10 | 0x20;
  private static final int POLL_ENTRY = 8;
  private static final int REVENTS = 6;
  private static final int CHUNK = 64 * InputEvents.SIZE;

  /** {@code EVIOCGRAB} of {@code linux/input.h}: nobody else gets the device's events. */
  private static final long GRAB = 0x40044590L;

  private static final int PERMISSION_DENIED = 13;
  private static final int BUSY = 16;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(CHUNK);
  private final MemorySegment poll = arena.allocate(POLL_ENTRY, 4);
  private final int descriptor;

  private InputNode(int descriptor) {
    this.descriptor = descriptor;
    poll.set(ValueLayout.JAVA_INT, 0, descriptor);
    poll.set(ValueLayout.JAVA_SHORT, 4, READABLE);
  }

  /**
   * Opens one; keys that were pressed before are not heard.
   *
   * @param exclusive whether nobody else, such as the desktop, shall hear its keys meanwhile
   */
  static Attempt<InputNode> open(Path name, boolean exclusive) {
    if (!Files.exists(name)) {
      return Attempt.failed(
          new DeviceFailure.NoDevice("no input device " + name + ": not plugged in?"));
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Libc.STATE);
      long opened =
          Libc.call(
              Libc.OPEN,
              state,
              arena.allocateFrom(name.toString()),
              NO_CONTROLLING_TERMINAL | NON_BLOCKING | CLOSE_ON_EXEC);
      if (opened < 0) {
        return refused(name, Libc.error(state), "does not open");
      }
      InputNode node = new InputNode(Math.toIntExact(opened));
      if (exclusive && Libc.call(Libc.CONTROL, state, node.descriptor, GRAB, 1L) < 0) {
        node.close();
        return refused(name, Libc.error(state), "cannot be had alone");
      }
      return Attempt.done(node);
    }
  }

  private static Attempt<InputNode> refused(Path name, int error, String what) {
    String detail = "input device " + name + " " + what + ", error " + error;
    return Attempt.failed(
        switch (error) {
          case PERMISSION_DENIED -> new DeviceFailure.Offline(detail + ": no permission");
          case BUSY -> new DeviceFailure.Busy(detail + ": another program has it");
          default -> new DeviceFailure.Offline(detail);
        });
  }

  /**
   * Waits for events.
   *
   * @return what has come; empty when nothing did in time
   * @throws IOException when the device is gone
   */
  byte[] read(Duration atMost) throws IOException {
    if (!awaits(atMost)) {
      return new byte[0];
    }
    try (Arena arena = Arena.ofConfined()) {
      long count = Libc.call(Libc.READ, arena.allocate(Libc.STATE), descriptor, buffer, CHUNK);
      if (count <= 0) {
        throw new IOException("input device lost at reading");
      }
      return buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /** Finds out whether it is still there, without taking anything. */
  void look() throws IOException {
    var _ = awaits(Duration.ZERO);
  }

  private boolean awaits(Duration atMost) throws IOException {
    poll.set(ValueLayout.JAVA_SHORT, REVENTS, (short) 0);
    try (Arena arena = Arena.ofConfined()) {
      long ready =
          Libc.call(
              Libc.POLL, arena.allocate(Libc.STATE), poll, 1L, Math.toIntExact(atMost.toMillis()));
      short happened = poll.get(ValueLayout.JAVA_SHORT, REVENTS);
      if (ready > 0 && (happened & GONE) != 0) {
        throw new IOException("input device is gone");
      }
      return ready > 0;
    }
  }

  @Override
  public void close() {
    try (Arena own = Arena.ofConfined()) {
      Libc.call(Libc.CLOSE, own.allocate(Libc.STATE), descriptor);
    }
    arena.close();
  }

  /** What is needed of the C library; native access was enabled for that. */
  @SuppressWarnings("restricted")
  private static final class Libc {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERROR = Linker.Option.captureCallState("errno");
    private static final VarHandle ERROR_OF =
        Linker.Option.captureStateLayout()
            .varHandle(MemoryLayout.PathElement.groupElement("errno"));

    static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    static final MethodHandle OPEN =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT),
            ERROR,
            Linker.Option.firstVariadicArg(2));
    static final MethodHandle CONTROL =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("ioctl"),
            FunctionDescriptor.of(INT, INT, LONG, LONG),
            ERROR,
            Linker.Option.firstVariadicArg(2));
    static final MethodHandle POLL =
        find("poll", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, LONG, INT));
    static final MethodHandle READ =
        find("read", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));
    static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(INT, INT));

    private Libc() {}

    private static MethodHandle find(String name, FunctionDescriptor type) {
      return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, ERROR);
    }

    static int error(MemorySegment state) {
      return (int) ERROR_OF.get(state, 0L);
    }

    static long call(MethodHandle function, Object... arguments) {
      try {
        return function.invokeWithArguments(arguments) instanceof Number number
            ? number.longValue()
            : 0;
      } catch (Throwable impossible) {
        throw new IllegalStateException("a call into the C library", impossible);
      }
    }
  }
}
