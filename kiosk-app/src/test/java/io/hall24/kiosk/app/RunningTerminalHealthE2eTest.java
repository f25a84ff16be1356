package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.ops.health.HealthJson;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.health.ReportSchema;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code hall24 health} asks a whole terminal that has just served somebody. */
@Tag("e2e")
@Timeout(180)
class RunningTerminalHealthE2eTest {
  private static final InventedPerson LIN = InventedPerson.LIN_HAIJIE;
  @TempDir Path directory;

  @Test
  void theRunningTerminalTellsWhatItDidAndNotForWhom() throws Exception {
    try (VisitStage stage = VisitStage.set(directory, Cast.of(LIN))) {
      var left = stage.visit(Script.smooth(LIN));
      String json = health();
      assertEquals(List.of(), ReportSchema.objections(json));
      HealthReport report = HealthJson.read(json);
      assertEquals(List.of(), report.problems());
      assertEquals(Map.of(left.outcome().code(), 1L), report.visits().outcomes());
      assertEquals(
          left.timeline().machineTime().orElseThrow().toNanos() / 1e9,
          report.visits().machineTime().orElseThrow().medianSeconds());
      assertTrue(report.visits().steps().containsKey("read-document"), json);
      assertTrue(report.clock().verified(), json);
      assertEquals(Optional.of(0L), report.faceImagesStored());
      assertEquals(
          Set.of(
              "audio-output",
              "camera",
              "deposit-slot",
              "document-reader",
              "door-contact",
              "id-card-reader",
              "keypad",
              "network",
              "output-eye",
              "output-presenter",
              "plain-printer",
              "power-source",
              "printer",
              "receipt-printer",
              "status-lights",
              "code-scanner"),
          report.devices().stream().map(HealthReport.DeviceHealth::id).collect(Collectors.toSet()));
      for (String personal :
          List.of(LIN.documentNumber(), LIN.name(), LIN.surname(), LIN.birth().toString())) {
        assertTrue(!json.contains(personal), personal);
      }
    }
  }

  private String health() {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute("health", "--json", "--data", directory.toString());
    assertEquals(ExitCode.SUCCESS.number(), code, err::toString);
    return out.toString();
  }
}
