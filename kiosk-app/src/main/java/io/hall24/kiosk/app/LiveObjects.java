package io.hall24.kiosk.app;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects of kinds that a visit makes are still reachable in this process. */
final class LiveObjects {
  /** Of this program, or something that listens: {@code 12: 3456 110592 java.lang.String}. */
  private static final Pattern LINE =
      Pattern.compile(
          "^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S*(?:io\\.hall24\\.|Listener|Handler)\\S*)");

  private LiveObjects() {}

  /** Counts them, after a full collection. */
  static long ours() {
    try {
      Object histogram =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return histogram
          .toString()
          .lines()
          .map(LINE::matcher)
          .filter(java.util.regex.Matcher::find)
          .mapToLong(found -> Long.parseLong(found.group(1)))
          .sum();
    } catch (JMException noSuchMachine) {
      throw new IllegalStateException("not a HotSpot machine", noSuchMachine);
    }
  }
}
