package io.hall24.device.simulated;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * A serial line whose other end is ours: a pseudo-terminal of the kernel (POSIX.1-2024, {@code
 * posix_openpt}), raw, under a name that stays. Real drivers open it like a serial port. Closing it
 * is what unplugging is to them. Belongs to one thread.
 */
public final class PseudoTerminal implements AutoCloseable {
  private static final int READ_WRITE = 2;
  private static final int NO_CONTROLLING_TERMINAL = 0x100;
  private static final int NON_BLOCKING = 0x800;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final short READABLE = 1;
  private static final int POLL_ENTRY = 8;
  private static final int SETTINGS = 256;
  private static final int LONGEST_NAME = 64;
  private static final int CHUNK = 4_096;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment buffer = arena.allocate(CHUNK);
  private final MemorySegment poll = arena.allocate(POLL_ENTRY, 4);
  private final int master;
  private final int slave;
  private final Path name;

  private PseudoTerminal(int master, int slave, Path name) {
    this.master = master;
    this.slave = slave;
    this.name = name;
  }

  /**
   * Makes one.
   *
   * @param name becomes a symbolic link to it; one that is there is replaced
   */
  public static PseudoTerminal open(Path name) throws IOException {
    int master =
        require(
            Libc.call(
                Libc.OPEN_MASTER,
                READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING | CLOSE_ON_EXEC),
            "posix_openpt");
    try (Arena arena = Arena.ofConfined()) {
      require(Libc.call(Libc.GRANT, master), "grantpt");
      require(Libc.call(Libc.UNLOCK, master), "unlockpt");
      MemorySegment path = arena.allocate(LONGEST_NAME);
      require(Libc.call(Libc.NAME, master, path, (long) LONGEST_NAME), "ptsname_r");
      int slave =
          require(
              Libc.call(Libc.OPEN, path, READ_WRITE | NO_CONTROLLING_TERMINAL | CLOSE_ON_EXEC),
              "open");
      MemorySegment settings = arena.allocate(SETTINGS, 8);
      require(Libc.call(Libc.GET_SETTINGS, slave, settings), "tcgetattr");
      Libc.call(Libc.MAKE_RAW, settings);
      require(Libc.call(Libc.SET_SETTINGS, slave, 0, settings), "tcsetattr");
      link(name, Path.of(path.getString(0)));
      return new PseudoTerminal(master, slave, name);
    } catch (IOException failed) {
      Libc.call(Libc.CLOSE, master);
      throw failed;
    }
  }

  private static void link(Path name, Path to) throws IOException {
    Path fresh = name.resolveSibling(name.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, to);
    Files.move(fresh, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Waits for bytes from the driver.
   *
   * @return what came, empty when nothing did in time
   */
  public byte[] read(Duration atMost) {
    poll.set(ValueLayout.JAVA_INT, 0, master);
    poll.set(ValueLayout.JAVA_SHORT, 4, READABLE);
    poll.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
    if (Libc.call(Libc.POLL, poll, 1L, Math.toIntExact(atMost.toMillis())) <= 0) {
      return new byte[0];
    }
    long count = Libc.call(Libc.READ, master, buffer, (long) CHUNK);
    return count <= 0 ? new byte[0] : buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
  }

  /** Sends bytes to the driver; what it leaves unread for too long is lost, as on a real line. */
  public void write(byte[] bytes, int from, int count) {
    int sent = 0;
    while (sent < count) {
      int size = Math.min(count - sent, CHUNK);
      MemorySegment.copy(bytes, from + sent, buffer, ValueLayout.JAVA_BYTE, 0, size);
      long written = Libc.call(Libc.WRITE, master, buffer, (long) size);
      if (written <= 0) {
        return;
      }
      sent += Math.toIntExact(written);
    }
  }

  /** Unplugs it: whoever has it open loses it, and its name is gone. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(name);
    } catch (IOException stays) {
      throw new java.io.UncheckedIOException("a link that was made here", stays);
    } finally {
      Libc.call(Libc.CLOSE, slave);
      Libc.call(Libc.CLOSE, master);
      arena.close();
    }
  }

  private static int require(long result, String call) throws IOException {
    if (result < 0) {
      throw new IOException(call + " fails: no pseudo-terminals here");
    }
    return Math.toIntExact(result);
  }

  /**
   * What is needed of the C library; calling it is what the JVM's native access was enabled for.
   */
  @SuppressWarnings("restricted")
  private static final class Libc {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final Linker LINKER = Linker.nativeLinker();

    static final MethodHandle OPEN_MASTER = find("posix_openpt", FunctionDescriptor.of(INT, INT));
    static final MethodHandle GRANT = find("grantpt", FunctionDescriptor.of(INT, INT));
    static final MethodHandle UNLOCK = find("unlockpt", FunctionDescriptor.of(INT, INT));
    static final MethodHandle NAME =
        find("ptsname_r", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS, LONG));
    static final MethodHandle OPEN =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT),
            Linker.Option.firstVariadicArg(2));
    static final MethodHandle GET_SETTINGS =
        find("tcgetattr", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS));
    static final MethodHandle SET_SETTINGS =
        find("tcsetattr", FunctionDescriptor.of(INT, INT, INT, ValueLayout.ADDRESS));
    static final MethodHandle MAKE_RAW =
        find("cfmakeraw", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    static final MethodHandle POLL =
        find("poll", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, LONG, INT));
    static final MethodHandle READ =
        find("read", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));
    static final MethodHandle WRITE =
        find("write", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));
    static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(INT, INT));

    private Libc() {}

    private static MethodHandle find(String name, FunctionDescriptor type) {
      return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
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
