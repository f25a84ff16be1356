package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.memory.DiskJudge;
import io.hall24.kiosk.memory.OffHeapJudge;
import io.hall24.kiosk.ui.fx.Finger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole visit with a licence, and a search of what the process holds outside the heap, and of
 * every file that the terminal keeps. The world that knows the person is another process.
 */
@Tag("fault")
final class NothingOutsideTheHeapTest {
  private static final Duration READS_THE_END = Duration.ofSeconds(41);
  private static final Duration READS_GOODBYE = Duration.ofSeconds(5);

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  NothingOutsideTheHeapTest() {}

  @Test
  void whoTookALicenceLeftNothingOfThemselves() throws IOException, InterruptedException {
    var judge = new OffHeapJudge();
    try (PanelStage stage = PanelStage.set(directory)) {
      Finger finger = stage.finger();
      finger.tap("#service");
      finger.awaitHeadline("告知");
      finger.tap("#action-0");
      finger.awaitHeadline("证件");
      stage.order("place-document");
      finger.awaitHeadline("六位数字");
      stage.typeCan(finger);
      finger.tap("#action-0");
      stage.awaitMirror();
      List<String> during = judge.found(stage.secrets());
      assertTrue(
          during.stream().anyMatch(line -> line.startsWith("chip photo")),
          () -> "the judge sees the person while they stand there: " + during);
      finger.awaitHeadline("核对");
      finger.tap("#action-1");
      finger.awaitHeadline("取走");
      stage.order("take-sheet");
      stage.order("take-document");
      VisitOutcome outcome = stage.outcome();
      assertTrue(outcome instanceof VisitOutcome.PartlyCollected, outcome::toString);
      var _ = finger.await("#action-0");
      stage.clock().leap(READS_THE_END);
      finger.awaitHeadline("再见");
      stage.clock().leap(READS_GOODBYE);
      var _ = finger.await("#service");
      assertEquals(List.of(), judge.found(stage.secrets()), "outside the heap");
      assertEquals(
          List.of(),
          DiskJudge.found(directory, directory.resolve("world"), stage.secrets()),
          "on the disk");
    }
  }
}
