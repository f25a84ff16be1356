package io.hall24.kiosk.ops.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthMetricsTest {
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (hall24_[a-z0-9_]+) ");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(hall24_[a-z0-9_]+)[`{]");
  @TempDir Path data;

  private String metrics() {
    try (Station station = Station.busy(data)) {
      var certificate =
          new DatedCertificate("health-server-1", Instant.parse("2030-01-01T00:00:00Z"));
      return HealthMetrics.write(station.desk(certificate).report(), "").text();
    }
  }

  @Test
  void numbersStandUnderTheirNames() {
    String metrics = metrics();
    for (String sample :
        List.of(
            "hall24_build_info{java=\"25\",terminal=\"H24-TEST-0007\",version=\"0.1.0\"} 1",
            "hall24_device_state{device=\"printer\",state=\"userError\"} 1.0",
            "hall24_device_state{device=\"printer\",state=\"online\"} 0.0",
            "hall24_device_usable{device=\"network\"} 1.0",
            "hall24_stock_sheets{medium=\"a3\",place=\"inTray\"} 11.0",
            "hall24_stock_closed{medium=\"a3\"} 1.0",
            "hall24_open_issuances{state=\"unknown\"} 1.0",
            "hall24_recovered_issuances{found=\"printing\",now=\"unknown\"} 1.0",
            "hall24_visits_total{outcome=\"collected\"} 1.0",
            "hall24_visit_machine_time_seconds{quantile=\"0.95\"} 12.5",
            "hall24_visit_machine_time_seconds_count 1",
            "hall24_visit_step_seconds{step=\"read-document\",quantile=\"0.5\"} 2.3",
            "hall24_clock_verified 1.0",
            "hall24_face_images_stored 0.0",
            "hall24_certificate_expiry_timestamp_seconds{certificate=\"health-server-1\"} 1.893456E9")) {
      assertTrue(metrics.contains("\n" + sample + "\n"), () -> sample + " is not in\n" + metrics);
    }
  }

  /** The manual that central operations reads names every metric, and none that is not there. */
  @Test
  void theManualListsExactlyTheseMetrics() throws Exception {
    Set<String> told = new TreeSet<>();
    TYPE.matcher(metrics()).results().forEach(match -> told.add(match.group(1)));
    Set<String> listed = new TreeSet<>();
    ROW.matcher(Files.readString(Path.of("..", "docs", "operations.md")))
        .results()
        .forEach(match -> listed.add(match.group(1)));
    assertTrue(told.size() > 20, told::toString);
    assertEquals(told, listed);
  }
}
