package io.hall24.kiosk.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * Looks, again and again, at the descendants of this process in {@code /proc} and collects the
 * files below {@code /usr} that they run, have mapped, or were given as arguments or Python path.
 */
@NullMarked
final class ChildProcessWatch {
  private static final long INTERVAL_MILLIS = 50;
  private static final Pattern INSTALLED_FILE = Pattern.compile("/usr/[^\\s:=]+");

  private final Set<String> findings = new ConcurrentSkipListSet<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "child-process-watch");

  private ChildProcessWatch() {}

  static ChildProcessWatch start() {
    var watch = new ChildProcessWatch();
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  /** Ends the watch and returns what was seen, sorted. */
  List<String> stop() {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(findings);
  }

  private void watch() {
    try {
      do {
        ProcessHandle.current().descendants().forEach(this::look);
      } while (!stopped.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(ProcessHandle process) {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    for (String source : List.of("maps", "cmdline", "environ")) {
      collect(folder.resolve(source), source);
    }
  }

  private void collect(Path file, String source) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException endedMeanwhile) {
      return;
    }
    text.lines()
        .flatMap(line -> Pattern.compile("\0").splitAsStream(line))
        .filter(part -> !source.equals("environ") || part.startsWith("PYTHONPATH="))
        .flatMap(part -> INSTALLED_FILE.matcher(part).results())
        .forEach(match -> findings.add(match.group()));
  }
}
