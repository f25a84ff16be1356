package io.hall24.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VisitTimelineTest {
  private final SteppedClock clock = new SteppedClock();
  private final VisitTimeline timeline = new VisitTimeline(clock);

  @Test
  void machineTimeLeavesOutOpenQuestionsBetweenDetectionAndSending() throws InterruptedException {
    during("consent", VisitTimeline.Kind.QUESTION, 7_000);
    timeline.mark(VisitTimeline.DOCUMENT_DETECTED);
    during("can", VisitTimeline.Kind.QUESTION, 4_000);
    during("read", VisitTimeline.Kind.MACHINE, 1_200);
    during("confirm", VisitTimeline.Kind.QUESTION, 3_000);
    during("grant", VisitTimeline.Kind.MACHINE, 300);
    timeline.mark(VisitTimeline.DOCUMENT_SENT);
    during("print", VisitTimeline.Kind.MACHINE, 9_000);
    assertEquals(Optional.of(Duration.ofMillis(1_500)), timeline.machineTime());
  }

  @Test
  void machineTimeEndsWithTheFirstCopy() throws InterruptedException {
    timeline.mark(VisitTimeline.DOCUMENT_DETECTED);
    during("first", VisitTimeline.Kind.MACHINE, 100);
    timeline.mark(VisitTimeline.DOCUMENT_SENT);
    during("second", VisitTimeline.Kind.MACHINE, 100);
    timeline.mark(VisitTimeline.DOCUMENT_SENT);
    assertEquals(Optional.of(Duration.ofMillis(100)), timeline.machineTime());
  }

  @Test
  void visitThatPrintedNothingHasNoMachineTime() {
    timeline.mark(VisitTimeline.DOCUMENT_DETECTED);
    assertEquals(Optional.empty(), timeline.machineTime());
  }

  private void during(String name, VisitTimeline.Kind kind, long millis)
      throws InterruptedException {
    var _ =
        timeline.during(
            name,
            kind,
            () -> {
              clock.sleep(Duration.ofMillis(millis));
              return name;
            });
  }

  private static final class SteppedClock implements HallClock {
    private long nanos = 42;

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public Instant wallTime() {
      return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public void sleep(Duration duration) {
      nanos += duration.toNanos();
    }
  }
}
