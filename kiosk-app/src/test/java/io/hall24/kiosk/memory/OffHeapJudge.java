package io.hall24.kiosk.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Searches everything that this process holds outside the Java heap: memory of native libraries,
 * freed or not, arenas, stacks and buffers.
 */
public final class OffHeapJudge {
  /** Up to here the library reads through a buffer on its own stack, and leaves no copy behind. */
  private static final int PIECE = 8192;

  private static final Pattern MAPPING =
      Pattern.compile("([0-9a-f]+)-([0-9a-f]+) r\\S+ \\S+ \\S+ (\\d+) *(.*)");
  private static final Pattern HEAP =
      Pattern.compile(
          "\\[0x([0-9a-f]+), ?0x[0-9a-f]+, ?0x([0-9a-f]+)\\)|\\[0x([0-9a-f]+), ?0x([0-9a-f]+)\\)");

  private record Range(long from, long to) {
    boolean holds(Range other) {
      return other.from >= from && other.to <= to;
    }
  }

  /** What of it is there: labels, and in which mapping. */
  public List<String> found(Secrets secrets) throws IOException, InterruptedException {
    var search = new FutureTask<>(() -> search(new ByteSearch(secrets)));
    Thread.ofPlatform().name("off-heap-judge").start(search);
    try {
      return search.get();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    }
  }

  private static List<String> search(ByteSearch search) throws IOException, JMException {
    Range heap = heap();
    List<String> found = new ArrayList<>();
    try (var memory = new RandomAccessFile("/proc/self/mem", "r");
        var zeros = new RandomAccessFile("/dev/zero", "r")) {
      for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
        Matcher mapping = MAPPING.matcher(line);
        if (mapping.matches() && mapping.group(3).equals("0") && searched(mapping.group(4))) {
          Range range =
              new Range(
                  Long.parseUnsignedLong(mapping.group(1), 16),
                  Long.parseUnsignedLong(mapping.group(2), 16));
          if (!heap.holds(range)) {
            look(range, mapping.group(4), memory, zeros, search, found);
          }
        }
      }
    }
    return found;
  }

  /** The kernel's own pages hold nothing of anybody. */
  private static boolean searched(String name) {
    return !name.startsWith("[v");
  }

  private static void look(
      Range range,
      String name,
      RandomAccessFile memory,
      RandomAccessFile zeros,
      ByteSearch search,
      List<String> found)
      throws IOException {
    byte[] piece = new byte[PIECE];
    byte[] nothing = new byte[PIECE];
    for (long at = range.from; at < range.to; at += PIECE - search.overlap()) {
      int wanted = (int) Math.min(PIECE, range.to - at);
      // Wipes the library's buffer on this stack, so that nothing is found twice.
      zeros.readFully(nothing);
      int read = read(memory, at, piece, wanted);
      for (String label : search.in(piece, read)) {
        found.add(
            label
                + " in "
                + (name.isEmpty() ? "anonymous memory" : name)
                + " at +"
                + Long.toHexString(at - range.from));
      }
      Arrays.fill(piece, (byte) 0);
    }
  }

  /** Pages come and go while the process lives; one that went holds nothing. */
  private static int read(RandomAccessFile memory, long at, byte[] piece, int wanted) {
    try {
      memory.seek(at);
      return Math.max(0, memory.read(piece, 0, wanted));
    } catch (IOException gone) {
      return 0;
    }
  }

  private static Range heap() throws JMException {
    Object told =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcHeapInfo",
                new Object[] {null},
                new String[] {String[].class.getName()});
    Matcher ranges = HEAP.matcher(told.toString());
    long from = Long.MAX_VALUE;
    long to = 0;
    while (ranges.find()) {
      String first = ranges.group(1) == null ? ranges.group(3) : ranges.group(1);
      String last = ranges.group(2) == null ? ranges.group(4) : ranges.group(2);
      from = Math.min(from, Long.parseUnsignedLong(first, 16));
      to = Math.max(to, Long.parseUnsignedLong(last, 16));
    }
    if (to == 0) {
      throw new IllegalStateException("where is the heap: " + told);
    }
    return new Range(from, to);
  }
}
