package io.hall24.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {
  /** Fields as proc(5) counts them: the 22nd is the start, in hundredths of a second after boot. */
  @Test
  void isTheTimeBetweenTheStartOfTheProcessAndNow() {
    String stat =
        "4711 (a) b (c)) S 1 4711 4711 0 -1 4194560 100 0 0 0 7 3 0 0 20 0 1 0 123456 99 1";
    assertEquals(Duration.ofMillis(1_440), ProcessAge.between(stat, "1236.00 2000.00\n"));
  }

  @Test
  void thisProcessIsAboutAsOldAsItsVirtualMachineSays() {
    var machine = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    Duration age = ProcessAge.now().orElseThrow();
    var later = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    // The process is a little older than the machine in it, and the books are kept in hundredths.
    assertTrue(age.plusMillis(20).compareTo(machine) >= 0, age + " < " + machine);
    assertTrue(age.compareTo(later.plusSeconds(5)) <= 0, age + " > " + later);
  }
}
