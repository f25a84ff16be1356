package io.hall24.kiosk.demo.wear;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/** What this process holds, noted from time to time, and whether it grows. */
public final class Belongings {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private final List<Note> notes = Collections.synchronizedList(new ArrayList<>());

  /** Nothing is noted yet. */
  public Belongings() {}

  /**
   * What it held at one moment.
   *
   * @param threads platform threads
   * @param files open file descriptors
   * @param kilobytes resident memory, heap and all else
   */
  public record Note(long threads, long files, long kilobytes) {}

  /** Notes what there is now. */
  public void note() {
    try (var files = Files.list(OPEN_FILES)) {
      notes.add(
          new Note(
              ManagementFactory.getThreadMXBean().getThreadCount(), files.count(), resident()));
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

  /**
   * By how much the middle of the last third lies above that of the second: the first third warms
   * up. Negative when it shrinks.
   */
  public long growth(ToLongFunction<Note> what) {
    int third = notes.size() / 3;
    return median(what, notes.size() - third, notes.size()) - median(what, third, 2 * third);
  }

  private long median(ToLongFunction<Note> what, int from, int to) {
    return notes.subList(from, to).stream()
        .mapToLong(what)
        .sorted()
        .skip((to - from) / 2)
        .findFirst()
        .orElse(0);
  }
}
