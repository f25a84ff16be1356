package io.hall24.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.identity.Step.Prompt.Kind;
import io.hall24.kiosk.identity.face.Box;
import io.hall24.kiosk.identity.face.FaceMeasures;
import io.hall24.kiosk.identity.face.PictureFault;
import io.hall24.kiosk.identity.face.Point;
import io.hall24.kiosk.identity.face.Sighting;
import io.hall24.kiosk.identity.face.Templates;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaceMatcherTest {
  private static final long FRAME = 33_000_000L;
  private static final FacePolicy POLICY =
      new FacePolicy(
          0.45,
          2,
          3,
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          FacePolicy.Gates.standard(),
          ChallengePolicy.none());

  private final ErasableMemory memory = new ErasableMemory();
  private final FaceMatcher matcher = new FaceMatcher(Templates.scoring(1, memory), POLICY);
  private long now = 5_000_000_000L;

  @AfterEach
  void erase() {
    memory.close();
  }

  @Test
  void comparesTheBestOfTheUsableFrames() {
    assertPrompt(Kind.HOLD_STILL, step(face(60, 0), 0.9));
    assertPrompt(Kind.HOLD_STILL, step(face(70, 0), 0.5));
    var decided = assertInstanceOf(Step.Decided.class, step(face(60, 0), 0.9));
    assertEquals(
        0.5, decided.comparison().score(), 1e-6, "the largest face counts, not the likest");
    assertTrue(decided.comparison().match());
    assertEquals(1, decided.comparison().attempts());
    assertEquals(Optional.of(new PadResult.Passive(0.7, 3)), decided.pad().passive());
  }

  @Test
  void oneLuckyFrameOfAnImpostorDoesNotHelp() {
    step(face(70, 0), 0.1);
    step(face(60, 0), 0.99);
    assertPrompt(Kind.LOOK_STRAIGHT, step(face(60, 0), 0.99));
  }

  @Test
  void asksForAnotherAttemptAfterAPauseAndEndsWithTheLast() {
    attempt(0.2);
    for (int i = 0; i < 20; i++) {
      assertPrompt(Kind.LOOK_STRAIGHT, step(face(70, 0), 0.9));
    }
    now += Duration.ofSeconds(1).toNanos();
    var decided = assertInstanceOf(Step.Decided.class, attempt(0.3));
    assertEquals(0.3, decided.comparison().score(), 1e-6);
    assertEquals(2, decided.comparison().attempts());
    assertTrue(!decided.comparison().match());
    assertThrows(IllegalStateException.class, () -> step(face(70, 0), 0.9));
  }

  @Test
  void secondAttemptMaySucceed() {
    attempt(0.2);
    now += Duration.ofSeconds(1).toNanos();
    assertTrue(assertInstanceOf(Step.Decided.class, attempt(0.8)).comparison().match());
  }

  @Test
  void saysWhatIsMissing() {
    assertPrompt(Kind.NO_FACE, step(new Sighting.NoFace()));
    assertPrompt(Kind.NO_FACE, step(new Sighting.NoPicture(PictureFault.DAMAGED)));
    assertPrompt(Kind.SEVERAL_FACES, step(new Sighting.SeveralFaces(2)));
    assertPrompt(Kind.MOVE_CLOSER, step(new Sighting.TooSmall(12)));
    assertPrompt(Kind.TOO_DARK, step(measured(70, 0, 20, 30, 100, 0), 0.9));
    assertPrompt(Kind.TOO_DARK, step(measured(70, 0, 90, 5, 100, 0), 0.9));
    assertPrompt(Kind.LOOK_STRAIGHT, step(face(70, 0.3), 0.9));
    assertPrompt(Kind.LOOK_STRAIGHT, step(face(70, -0.3), 0.9));
    assertPrompt(Kind.LOOK_STRAIGHT, step(measured(70, 0, 90, 30, 100, 0.95), 0.9));
    assertPrompt(Kind.HOLD_STILL, step(measured(70, 0, 90, 30, 3, 0), 0.9));
  }

  @Test
  void unusableFramesDoNotCount() {
    step(face(70, 0), 0.9);
    Step after = step(measured(70, 0, 20, 30, 100, 0), 0.9);
    assertEquals(1 / 3.0, assertInstanceOf(Step.Prompt.class, after).progress(), 1e-9);
  }

  @Test
  void movingFaceMustHoldStill() {
    step(face(70, 0), 0.9);
    var moved = step(face(70, 0, 60), 0.9);
    assertEquals(1 / 3.0, assertInstanceOf(Step.Prompt.class, moved).progress(), 1e-9);
    assertInstanceOf(Step.Prompt.class, step(face(70, 0, 60), 0.9));
    assertInstanceOf(Step.Decided.class, step(face(70, 0, 60), 0.9));
  }

  @Test
  void eyesThatLookClosedAreAdvisedAboutAndThenComparedAsTheyAre() {
    assertPrompt(Kind.LOOK_STRAIGHT, step(measured(70, 0, 90, 30, 100, 0.99), 0.9));
    now += Duration.ofSeconds(3).toNanos();
    Step last = step(measured(70, 0, 90, 30, 100, 0.99), 0.9);
    while (last instanceof Step.Prompt) {
      assertPrompt(Kind.HOLD_STILL, last);
      last = step(measured(70, 0, 90, 30, 100, 0.99), 0.9);
    }
    assertTrue(assertInstanceOf(Step.Decided.class, last).comparison().match());
  }

  @Test
  void givesUpWhenNoFrameWasUsableInTime() {
    assertPrompt(Kind.NO_FACE, step(new Sighting.NoFace()));
    now += Duration.ofSeconds(11).toNanos();
    assertEquals(new Step.GaveUp(Kind.MOVE_CLOSER), step(new Sighting.TooSmall(9)));
  }

  @Test
  void attemptThatWasMadeStandsWhenTimeIsOver() {
    attempt(0.2);
    now += Duration.ofSeconds(11).toNanos();
    var decided = assertInstanceOf(Step.Decided.class, step(new Sighting.NoFace()));
    assertEquals(0.2, decided.comparison().score(), 1e-6);
  }

  private Step attempt(double score) {
    Step last = step(face(70, 0), score);
    while (last instanceof Step.Prompt(var kind, var progress) && progress > 0) {
      last = step(face(70, 0), score);
    }
    return last;
  }

  private Step step(FaceMeasures face, double score) {
    return step(new Sighting.FaceFound(face, Templates.scoring(score, memory)));
  }

  private Step step(Sighting sighting) {
    now += FRAME;
    return matcher.step(sighting, now, face -> 0.7);
  }

  private static FaceMeasures face(double eyeDistance, double yaw) {
    return measured(eyeDistance, yaw, 90, 30, 100, 0);
  }

  private static FaceMeasures face(double eyeDistance, double yaw, double x) {
    return measured(eyeDistance, yaw, 90, 30, 100, 0, x);
  }

  private static FaceMeasures measured(
      double eyeDistance,
      double yaw,
      double brightness,
      double contrast,
      double sharpness,
      double closed) {
    return measured(eyeDistance, yaw, brightness, contrast, sharpness, closed, 0);
  }

  private static FaceMeasures measured(
      double eyeDistance,
      double yaw,
      double brightness,
      double contrast,
      double sharpness,
      double closed,
      double x) {
    return new FaceMeasures(
        new Box(200 + x, 100, 350 + x, 300),
        0.99,
        new Point(250 + x, 200),
        new Point(250 + x + eyeDistance, 200),
        640,
        480,
        yaw,
        0,
        brightness,
        contrast,
        sharpness,
        closed,
        0.3,
        0);
  }

  private static void assertPrompt(Kind expected, Step step) {
    assertEquals(expected, assertInstanceOf(Step.Prompt.class, step).kind());
  }
}
