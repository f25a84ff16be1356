package io.hall24.kiosk.demo.wear;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What this process holds, noted from time to time, and whether it grows. */
public final class Belongings {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int PIECES = 12;
  private static final String RESIDENT = "VmRSS:";
  private final List<Note> notes;

  /** Nothing is noted yet. */
  public Belongings() {
    this(List.of());
  }

  /** With these notes so far. */
  Belongings(List<Note> notes) {
    this.notes = Collections.synchronizedList(new ArrayList<>(notes));
  }

  /**
   * What it held at one moment.
   *
   * @param threads platform threads
   * @param files open file descriptors
   * @param kilobytes resident memory, heap and all else
   * @param nativeBytes what native code has allocated and not given back
   */
  public record Note(long threads, long files, long kilobytes, long nativeBytes) {}

  /** Notes what there is now. */
  public void note() {
    try (var files = Files.list(OPEN_FILES)) {
      notes.add(
          new Note(
              ManagementFactory.getThreadMXBean().getThreadCount(),
              files.count(),
              resident(),
              NativeHeap.bytes()));
    } catch (IOException noProc) {
      throw new java.io.UncheckedIOException("not on Linux", noProc);
    }
  }

  private static long resident() throws IOException {
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith(RESIDENT)) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("no " + RESIDENT);
  }

  public int count() {
    return notes.size();
  }

  /** The last note. */
  public Note last() {
    return notes.getLast();
  }

  /**
   * By how much its floor rises over the second half of the notes; the first half warms up. What
   * compilers and collectors of Java take for a while and give back comes on top of the floor; a
   * leak lifts the floor. The half is cut into twelve pieces, whose least values make the trend:
   * the middle of the slopes between any two of them (Theil and Sen). Negative when it sinks.
   */
  public double trend(ToLongFunction<Note> what) {
    List<Note> half = List.copyOf(notes.subList(notes.size() / 2, notes.size()));
    int pieces = Math.min(PIECES, half.size());
    long[] floors =
        IntStream.range(0, pieces)
            .mapToLong(piece ->
                half
                    .subList(half.size() * piece / pieces, half.size() * (piece + 1) / pieces)
                    .stream()
                    .mapToLong(what)
                    .min()
                    .orElseThrow())
            .toArray();
    return pieces < 2 ? 0 : slope(floors) * pieces;
  }

  private static double slope(long[] values) {
    double[] slopes =
        IntStream.range(0, values.length)
            .boxed()
            .flatMapToDouble(from ->
                IntStream.range(from + 1, values.length)
                    .mapToDouble(to -> (double) (values[to] - values[from]) / (to - from)))
            .sorted()
            .toArray();
    return slopes[slopes.length / 2];
  }
}
