package io.hall24.kiosk.ops.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.kiosk.ops.health.HealthReport.Times;
import io.hall24.kiosk.ops.health.HealthReport.VisitHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitTallyTest {
  private final VisitTally tally = new VisitTally();

  private void took(int seconds) {
    tally.ended("collected", Optional.of(Duration.ofSeconds(seconds)), List.of());
  }

  private Times machineTime() {
    return tally.health().machineTime().orElseThrow();
  }

  @Test
  void nothingHappenedYet() {
    assertEquals(new VisitHealth(0, Map.of(), Optional.empty(), Map.of()), tally.health());
  }

  @Test
  void countsByOutcome() {
    took(1);
    tally.ended("abandoned", Optional.empty(), List.of());
    took(2);
    assertEquals(3, tally.health().ended());
    assertEquals(Map.of("collected", 2L, "abandoned", 1L), tally.health().outcomes());
  }

  @Test
  void quantilesAreThoseOfTheNearestRank() {
    IntStream.rangeClosed(1, 20).map(n -> 21 - n).forEach(this::took);
    assertEquals(new Times(20, 210, 10, 19), machineTime());
  }

  @Test
  void oneTimeIsItsOwnMedian() {
    took(7);
    assertEquals(new Times(1, 7, 7, 7), machineTime());
  }

  @Test
  void quantilesForgetWhatIsLongAgoAndCountsDoNot() {
    IntStream.range(0, 512).forEach(_ -> took(100));
    IntStream.range(0, 512).forEach(_ -> took(1));
    assertEquals(new Times(1024, 512 * 101, 1, 1), machineTime());
  }

  @Test
  void stepsAreToldByNameAndNamesAreFew() {
    for (int i = 0; i < 200; i++) {
      tally.ended(
          "collected",
          Optional.empty(),
          List.of(
              new VisitTally.StepTime("read-document", Duration.ofSeconds(2)),
              new VisitTally.StepTime("step-" + i, Duration.ofSeconds(1))));
    }
    assertEquals(64, tally.health().steps().size());
    assertEquals(new Times(200, 400, 2, 2), tally.health().steps().get("read-document"));
  }
}
