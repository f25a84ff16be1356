package io.hall24.kiosk.demo.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceId;
import io.hall24.device.ErasableMemory;
import io.hall24.device.Frame;
import io.hall24.device.camera.JavacvCameraDriver;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.identity.ChallengePolicy;
import io.hall24.kiosk.identity.Enrolment;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.identity.OpenFaceDesk;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.identity.face.FaceMeasures;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way from portrait to decision: chip photo, camera driver, nets, stopping rule. */
class PortraitStudioTest {
  private static final HallClock CLOCK = HallClock.system();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"fezbot", "christian", "ali-pazani", "team-4"})
  void personMatchesTheirOwnChipPhoto(String person) throws Exception {
    var decided = assertInstanceOf(Step.Decided.class, check(person, person));
    assertTrue(decided.comparison().match(), person + ": " + decided);
    assertEquals(1, decided.comparison().attempts());
  }

  @ParameterizedTest
  @CsvSource({"fezbot,christian", "christian,fezbot", "ali-pazani,fezbot"})
  void anotherPersonDoesNotMatchInAnyAttempt(String chip, String live) throws Exception {
    var decided = assertInstanceOf(Step.Decided.class, check(chip, live));
    assertFalse(decided.comparison().match(), decided.toString());
    assertEquals(3, decided.comparison().attempts());
    assertTrue(decided.comparison().score() < 0.3, decided.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"michael", "team-3"})
  void faceThatIsHiddenOrTurnedIsNeverCompared(String person) throws Exception {
    assertEquals(new Step.GaveUp(Step.Prompt.Kind.LOOK_STRAIGHT), check("fezbot", person));
  }

  @Test
  void chipPhotoHasTheEyesWhereADocumentHasThem() throws Exception {
    for (int width : new int[] {102, 413}) {
      int height = width == 102 ? 126 : 531;
      byte[] photo = studio().chipPhoto(OpenFaceDesk.portrait("fezbot"), width, height, 0.6f);
      var picture = ImageIO.read(new ByteArrayInputStream(photo));
      assertEquals(width, picture.getWidth());
      assertEquals(height, picture.getHeight());
      try (ErasableMemory memory = new ErasableMemory()) {
        FaceMeasures face =
            assertInstanceOf(Enrolment.Enrolled.class, OpenFaceDesk.enrol(photo, memory))
                .measures();
        assertEquals(26 / 102.0, face.eyeDistance() / width, 0.02);
        assertEquals(60 / 126.0, face.leftEye().y() / height, 0.02);
        assertEquals(0, face.rollDegrees(), 3);
      }
    }
  }

  @Test
  void sameSeedMakesTheSamePictures() throws Exception {
    Path portrait = OpenFaceDesk.portrait("christian");
    studio().liveSequence(portrait, folder.resolve("a"), 3, 7);
    studio().liveSequence(portrait, folder.resolve("b"), 3, 7);
    studio().liveSequence(portrait, folder.resolve("c"), 3, 8);
    assertArrayEquals(picture("a", 3), picture("b", 3));
    assertFalse(java.util.Arrays.equals(picture("a", 3), picture("c", 3)));
  }

  private byte[] picture(String sequence, int number) throws Exception {
    return Files.readAllBytes(folder.resolve(sequence).resolve("face%03d.jpg".formatted(number)));
  }

  private static PortraitStudio studio() throws InterruptedException {
    return new PortraitStudio(OpenFaceDesk.desk());
  }

  private Step check(String chip, String live) throws Exception {
    Path pattern = studio().liveSequence(OpenFaceDesk.portrait(live), folder, 15, 1);
    byte[] photo = studio().chipPhoto(OpenFaceDesk.portrait(chip), 102, 126, 0.6f);
    try (ErasableMemory memory = new ErasableMemory();
        Camera camera = camera(pattern)) {
      var enrolled = assertInstanceOf(Enrolment.Enrolled.class, OpenFaceDesk.enrol(photo, memory));
      assertInstanceOf(Attempt.Done.class, camera.open(patience()));
      FacePolicy usual = FacePolicy.standard();
      FacePolicy policy =
          new FacePolicy(
              usual.threshold(),
              usual.attempts(),
              usual.framesPerAttempt(),
              Duration.ofMillis(100),
              Duration.ofSeconds(5),
              usual.gates(),
              ChallengePolicy.none());
      try (var check = OpenFaceDesk.desk().check(enrolled, policy, new Random(1))) {
        Step step = check.step(next(camera));
        while (step instanceof Step.Prompt) {
          step = check.step(next(camera));
        }
        return step;
      }
    }
  }

  private static Camera camera(Path pattern) {
    var driver = new JavacvCameraDriver();
    var settings = driver.settings().resolve(Map.of("source", pattern.toString(), "loop", "true"));
    return (Camera) driver.create(new DeviceId("face-camera"), settings, CLOCK);
  }

  private static Frame next(Camera camera) {
    return switch (camera.nextFrame(patience())) {
      case Attempt.Done<Frame>(var frame) -> frame;
      case Attempt.Failed<Frame>(var failure) -> throw new AssertionError(failure.toString());
    };
  }

  private static Patience patience() {
    return Patience.of(Duration.ofSeconds(10), CLOCK);
  }
}
