package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitTimeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/**
 * Writes {@code visit.json}: how a visit ended and how long each step took; nothing of the person.
 */
final class VisitReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final ObjectNode root = MAPPER.createObjectNode();

  VisitReport(String profile, Devices devices) {
    root.put("profile", profile);
    root.put("reader", realOrNot(devices.reader().simulated(), "pcsc"));
    devices
        .idCardReader()
        .ifPresent(reader -> root.put("idCardReader", realOrNot(reader.simulated(), "sam-serial")));
    root.put("camera", realOrNot(devices.camera().simulated(), "ffmpeg"));
    root.put("printer", realOrNot(devices.printer().simulated(), "ipp"));
    root.put("outputPresenter", realOrNot(devices.presenter().simulated(), "sensor"));
    root.put("outputEye", realOrNot(devices.eye().simulated(), "camera"));
  }

  private static String realOrNot(boolean simulated, String real) {
    return simulated ? "simulated" : real;
  }

  /** Takes down what a visit leaves. */
  void note(VisitOutcome outcome, VisitTimeline timeline) {
    root.put("outcome", outcome.code());
    if (outcome instanceof VisitOutcome.Collected(var _, var copies)) {
      var sheets = root.putArray("collected");
      copies.forEach(
          copy -> sheets.addObject().put("copy", copy.copy().code()).put("sheet", copy.sheet()));
    }
    timeline.machineTime().map(VisitReport::millis).ifPresent(ms -> root.put("machineTimeMs", ms));
    var steps = root.putArray("steps");
    timeline.steps().stream()
        .sorted(Comparator.comparingLong(VisitTimeline.Step::startNanos))
        .forEach(step ->
            steps
                .addObject()
                .put("name", step.name())
                .put("kind", step.kind().name())
                .put("startMs", step.startNanos() / 1e6)
                .put("endMs", step.endNanos() / 1e6));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  void write(Path file) throws IOException {
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
