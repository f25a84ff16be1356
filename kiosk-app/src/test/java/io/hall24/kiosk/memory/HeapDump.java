package io.hall24.kiosk.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Every object of this process that something still refers to, in HotSpot's own binary format
 * (hprof 1.0.2, which the JVM's heap tools read).
 */
final class HeapDump implements AutoCloseable {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int[] SIZES = {0, 0, 8, 0, 1, 2, 4, 8, 1, 2, 4, 8};
  private static final String[] ARRAYS = {
    "",
    "",
    "",
    "",
    "boolean[]",
    "char[]",
    "float[]",
    "double[]",
    "byte[]",
    "short[]",
    "int[]",
    "long[]"
  };

  private final Path file;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment dump;
  private final Map<Long, String> names = new HashMap<>();
  private final Map<Long, String> classNames = new HashMap<>();
  private final Map<Long, long[]> layouts = new HashMap<>();

  private HeapDump(Path file) throws IOException {
    this.file = file;
    try (FileChannel channel = FileChannel.open(file)) {
      this.dump = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /** After a full collection. */
  static HeapDump take(Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "heap", ".hprof");
    Files.delete(file);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    return new HeapDump(file);
  }

  /** Meets objects, roots and references on the way through a dump. */
  interface Visitor {
    /** An array of numbers. */
    default void numbers(long id, String type, long from, long to) {}

    /** Any object. */
    default void object(long id, String type) {}

    /** An object refers to another; static fields belong to their class. */
    default void reference(long holder, String type, long held) {}

    /** Something that is alive by itself. */
    default void root(long id, String kind) {}
  }

  byte at(long offset) {
    return dump.get(ValueLayout.JAVA_BYTE, offset);
  }

  private int u1(long at) {
    return Byte.toUnsignedInt(dump.get(ValueLayout.JAVA_BYTE, at));
  }

  private int u2(long at) {
    return Short.toUnsignedInt(dump.get(SHORT, at));
  }

  private int i4(long at) {
    return dump.get(INT, at);
  }

  private long id(long at) {
    return dump.get(LONG, at);
  }

  /** Goes through it. */
  void walk(Visitor visitor) {
    if (layouts.isEmpty()) {
      classes();
    }
    objects(new Segment(visitor, false));
  }

  private void classes() {
    records((tag, at) -> {
      switch (tag) {
        case 0x01 -> names.put(id(at[0]), text(at[0] + 8, at[1]));
        case 0x02 -> classNames.put(id(at[0] + 4), names.getOrDefault(id(at[0] + 16), "?"));
        default -> {}
      }
    });
    objects(new Segment(new Visitor() {}, true));
  }

  private void objects(Segment segment) {
    records((tag, at) -> {
      if (tag == 0x0C || tag == 0x1C) {
        segment.walk(at[0], at[1]);
      }
    });
  }

  private String text(long from, long to) {
    return new String(
        dump.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private void records(BiConsumer<Integer, long[]> record) {
    long at = 0;
    while (u1(at) != 0) {
      at++;
    }
    at += 1 + 4 + 8;
    while (at < dump.byteSize()) {
      long length = Integer.toUnsignedLong(i4(at + 5));
      record.accept(u1(at), new long[] {at + 9, at + 9 + length});
      at += 9 + length;
    }
  }

  /** The records inside of one stretch of the heap. */
  private final class Segment {
    private final Visitor visitor;
    private final boolean classesOnly;

    Segment(Visitor visitor, boolean classesOnly) {
      this.visitor = visitor;
      this.classesOnly = classesOnly;
    }

    void walk(long from, long to) {
      long at = from;
      while (at < to) {
        int tag = u1(at);
        at =
            switch (tag) {
              case 0xFF -> root(at, 8, "unknown");
              case 0x01 -> root(at, 16, "JNI global");
              case 0x02 -> root(at, 16, "JNI local");
              case 0x03 -> root(at, 16, "stack");
              case 0x04, 0x06 -> root(at, 12, "native stack");
              case 0x05 -> root(at, 8, "system class");
              case 0x07 -> root(at, 8, "monitor");
              case 0x08 -> root(at, 16, "thread");
              case 0x20 -> classDump(at);
              case 0x21 -> instance(at);
              case 0x22 -> objects(at);
              case 0x23 -> numbers(at);
              default -> throw new IllegalStateException("hprof record " + tag);
            };
      }
    }

    private long root(long at, int size, String kind) {
      if (!classesOnly) {
        visitor.root(id(at + 1), kind);
      }
      return at + 1 + size;
    }

    private long classDump(long at) {
      long type = id(at + 1);
      long parent = id(at + 13);
      long next = at + 1 + 8 + 4 + 6 * 8 + 4;
      int constants = u2(next);
      next += 2;
      for (int index = 0; index < constants; index++) {
        next += 3 + SIZES[u1(next + 2)];
      }
      int statics = u2(next);
      next += 2;
      for (int index = 0; index < statics; index++) {
        int kind = u1(next + 8);
        if (kind == 2 && !classesOnly) {
          visitor.reference(type, "static " + name(type) + "." + names.get(id(next)), id(next + 9));
        }
        next += 9 + SIZES[kind];
      }
      int fields = u2(next);
      if (classesOnly) {
        layouts.put(type, new long[] {parent, next + 2, fields});
      }
      return next + 2 + 9L * fields;
    }

    private long instance(long at) {
      long id = id(at + 1);
      long type = id(at + 13);
      long length = Integer.toUnsignedLong(i4(at + 21));
      if (!classesOnly) {
        visitor.object(id, name(type));
        fields(id, type, at + 25);
      }
      return at + 25 + length;
    }

    private void fields(long id, long type, long start) {
      long at = start;
      for (long owner = type; owner != 0 && layouts.containsKey(owner); ) {
        long[] layout = layouts.get(owner);
        for (int index = 0; index < layout[2]; index++) {
          long field = layout[1] + 9L * index;
          int kind = u1(field + 8);
          if (kind == 2) {
            visitor.reference(id, name(type) + "." + names.get(id(field)), id(at));
          }
          at += SIZES[kind];
        }
        owner = layout[0];
      }
    }

    private long objects(long at) {
      long count = Integer.toUnsignedLong(i4(at + 13));
      long type = id(at + 17);
      if (!classesOnly) {
        visitor.object(id(at + 1), name(type));
        for (long index = 0; index < count; index++) {
          visitor.reference(id(at + 1), name(type), id(at + 25 + 8 * index));
        }
      }
      return at + 25 + 8 * count;
    }

    private long numbers(long at) {
      long count = Integer.toUnsignedLong(i4(at + 13));
      int kind = u1(at + 17);
      long end = at + 18 + count * SIZES[kind];
      if (!classesOnly) {
        visitor.numbers(id(at + 1), ARRAYS[kind], at + 18, end);
      }
      return end;
    }

    private String name(long type) {
      return classNames.getOrDefault(type, "?").replace('/', '.');
    }
  }

  @Override
  public void close() {
    arena.close();
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
