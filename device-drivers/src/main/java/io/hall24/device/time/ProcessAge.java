package io.hall24.device.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How long this process has been there, from Linux' own books ({@code proc(5)}), to a hundredth of
 * a second. Java's {@code ProcessHandle} reckons with the time of boot in whole seconds.
 */
public final class ProcessAge {
  private static final Path STAT = Path.of("/proc/self/stat");
  private static final Path UPTIME = Path.of("/proc/uptime");

  /** Field 22, counted from the one behind the name, which may contain blanks. */
  private static final int START_AFTER_NAME = 19;

  /** USER_HZ, which is 100 on every Debian. */
  private static final double TICKS = 100;

  private static final double MILLIS = 1000;

  private ProcessAge() {}

  /** Since the process was made; empty where there is no {@code /proc}. */
  public static Optional<Duration> now() {
    try {
      return Optional.of(between(Files.readString(STAT), Files.readString(UPTIME)));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException notLinux) {
      return Optional.empty();
    }
  }

  /**
   * Between the start of a process and a moment.
   *
   * @param stat one line of {@code /proc/PID/stat}
   * @param uptime of that moment, as {@code /proc/uptime} has it
   */
  static Duration between(String stat, String uptime) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    double started = Long.parseLong(fields[START_AFTER_NAME]) / TICKS;
    double now = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
    return Duration.ofMillis(Math.round((now - started) * MILLIS));
  }
}
