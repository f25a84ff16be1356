package io.hall24.kiosk.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the process holds, in bytes.
 *
 * @param heap used, after a collection
 * @param outside resident outside the heap, whose own size is the collector's business
 */
record HeldMemory(long heap, long outside) {
  private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{6,16})");
  private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");
  private static final Pattern RESIDENT = Pattern.compile("Rss: +([0-9]+) kB");

  static HeldMemory now() throws IOException {
    System.gc();
    System.gc();
    return new HeldMemory(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), outside(bounds()));
  }

  /**
   * What the later half of looks at even distances says was added outside the heap, in bytes: the
   * slope of the straight line through them (least squares) times their number. A single look
   * cannot make or hide it.
   *
   * @param looks at least four
   */
  static double trendOfSecondHalf(List<HeldMemory> looks) {
    List<HeldMemory> later = looks.subList(looks.size() / 2, looks.size());
    double middle = (later.size() - 1) / 2.0;
    double above = 0;
    double below = 0;
    for (int i = 0; i < later.size(); i++) {
      above += (i - middle) * later.get(i).outside();
      below += (i - middle) * (i - middle);
    }
    return above / below * (later.size() - 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "heap %.1f MiB, outside %.1f MiB", heap / 1048576.0, outside / 1048576.0);
  }

  private record Range(long from, long to) {
    boolean holds(long address) {
      return Long.compareUnsigned(address, from) >= 0 && Long.compareUnsigned(address, to) < 0;
    }
  }

  private static long outside(Range heap) throws IOException {
    long sum = 0;
    boolean counts = false;
    for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
      Matcher mapping = MAPPING.matcher(line);
      Matcher resident = RESIDENT.matcher(line);
      if (mapping.matches()) {
        counts = !heap.holds(Long.parseUnsignedLong(mapping.group(1), 16));
      } else if (counts && resident.matches()) {
        sum += Long.parseLong(resident.group(1)) * 1024;
      }
    }
    return sum;
  }

  /** From the lowest to the highest address that the collector names. */
  private static Range bounds() throws IOException {
    try {
      Object told =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcHeapInfo",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      // Metaspace comes last and has no place in the heap.
      String heap = told.toString().split("Metaspace", -1)[0];
      long[] bounds =
          ADDRESS
              .matcher(heap)
              .results()
              .mapToLong(bound -> Long.parseUnsignedLong(bound.group(1), 16))
              .sorted()
              .toArray();
      return new Range(bounds[0], bounds[bounds.length - 1]);
    } catch (JMException impossible) {
      throw new IOException("the collector does not say where the heap is", impossible);
    }
  }
}
