package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.memory.MemoryJudge;
import io.hall24.kiosk.ui.fx.Finger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People who leave on every screen of a visit, and a search of everything alive after each of them.
 * The world that knows the person is another process, so that whatever is found was left by the
 * terminal.
 */
@Tag("fault")
final class AbandonedVisitTest {
  private static final Duration READS_THE_END = Duration.ofSeconds(41);
  private static final Duration READS_GOODBYE = Duration.ofSeconds(5);
  private static final int SEARCHES = 4;

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  AbandonedVisitTest() {}

  /** A screen, and how a person comes to it from the one before. */
  private enum Place {
    NOTICE,
    DOCUMENT,
    DIGITS,
    WRONG_DIGITS,
    FACE,
    SHEET,
    TAKE
  }

  /** A terminal with its panel, a person before it, and a judge of what they leave. */
  private static final class Scene {
    private final PanelStage stage;
    private final Finger finger;
    private final MemoryJudge judge;

    Scene(PanelStage stage, Path directory) {
      this.stage = stage;
      this.finger = stage.finger();
      this.judge = new MemoryJudge(directory);
    }

    void comeTo(Place place) throws InterruptedException {
      finger.tap("#service");
      finger.awaitHeadline("告知");
      if (place == Place.NOTICE) {
        return;
      }
      finger.tap("#action-0");
      finger.awaitHeadline("证件");
      if (place == Place.DOCUMENT) {
        return;
      }
      stage.order("place-document");
      finger.awaitHeadline("六位数字");
      if (place == Place.WRONG_DIGITS) {
        finger.type("111111");
        finger.tap("#action-0");
        finger.awaitHeadline("再");
      }
      stage.typeCan(finger);
      if (place == Place.DIGITS || place == Place.WRONG_DIGITS) {
        return;
      }
      finger.tap("#action-0");
      if (place == Place.FACE) {
        var _ = finger.await(".oval");
        stage.awaitMirror();
        return;
      }
      finger.awaitHeadline("核对");
      if (place == Place.TAKE) {
        finger.tap("#action-1");
        finger.awaitHeadline("取走");
      }
    }

    void leave() throws InterruptedException {
      finger.tap("#way-out");
      ends(VisitOutcome.Abandoned.class);
    }

    void sayNothing() throws InterruptedException {
      stage.clock().leap(stage.patience());
      ends(VisitOutcome.Abandoned.class);
    }

    void liftTheDocument() throws InterruptedException {
      stage.order("take-document");
      finger.tap("#action-0");
      ends(VisitOutcome.DocumentNotAccepted.class);
    }

    /** The visit ends and nobody presses anything any more. */
    void ends(Class<? extends VisitOutcome> how) throws InterruptedException {
      stage.order("take-document");
      VisitOutcome outcome = stage.outcome();
      assertTrue(how.isInstance(outcome), outcome::toString);
      var _ = finger.await("#action-0");
      stage.clock().leap(READS_THE_END);
      finger.awaitHeadline("再见");
      stage.clock().leap(READS_GOODBYE);
      var _ = finger.await("#service");
    }

    /** A receipt that is still being printed holds what it prints until then. */
    void nothingIsLeft(String where) throws IOException {
      List<String> left = judge.alive(stage.secrets());
      for (int search = 1; search < SEARCHES && !left.isEmpty(); search++) {
        left = judge.alive(stage.secrets());
      }
      assertEquals(List.of(), left, where);
    }

    /** While the person stands there, the judge sees them: it is not blind. */
    void isSeen(String... labels) throws IOException {
      Set<String> found = judge.seen(stage.secrets());
      for (String label : labels) {
        assertTrue(
            found.stream().anyMatch(line -> line.contains(label)), () -> label + ": " + found);
      }
    }
  }

  @Test
  void whoLeavesLeavesNothingBehind() throws IOException, InterruptedException {
    try (PanelStage stage = PanelStage.set(directory)) {
      var scene = new Scene(stage, directory);
      scene.comeTo(Place.SHEET);
      scene.isSeen("name in Latin", "document number", "company");
      scene.leave();
      scene.nothingIsLeft("left at the licence");
      scene.comeTo(Place.FACE);
      scene.isSeen("preview");
      scene.leave();
      scene.nothingIsLeft("left before the camera");
      scene.comeTo(Place.WRONG_DIGITS);
      scene.sayNothing();
      scene.nothingIsLeft("went away at the digits");
      scene.comeTo(Place.DIGITS);
      scene.liftTheDocument();
      scene.nothingIsLeft("lifted the document");
      scene.comeTo(Place.DOCUMENT);
      scene.leave();
      scene.comeTo(Place.NOTICE);
      scene.sayNothing();
      scene.nothingIsLeft("left at the beginning");
      scene.comeTo(Place.TAKE);
      stage.order("take-sheet");
      scene.ends(VisitOutcome.PartlyCollected.class);
      scene.nothingIsLeft("took one sheet and left the other in the output");
    }
  }
}
