package io.hall24.kiosk.identity.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ErasableMemory;
import io.hall24.device.Frame;
import io.hall24.kiosk.identity.OpenFaceDesk;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaceEngineTest {
  private static final SightingRules RULES = new SightingRules(40, 0.3);

  private final ErasableMemory memory = new ErasableMemory();
  private final FaceEngine engine = new FaceEngine(models());

  @AfterEach
  void giveBack() {
    engine.close();
    memory.close();
  }

  @Test
  void poseNetAndLandmarksAgreeWhichWayAHeadIsTurned() throws IOException {
    Frame frontal = frame("fezbot");
    assertTrue(Math.abs(engine.pose(frontal, face(frontal)).yaw()) < 15);
    Frame turned = frame("team-3");
    FaceMeasures face = face(turned);
    assertTrue(face.yaw() < -0.25, "the nose points to the picture's left: " + face.yaw());
    assertTrue(engine.pose(turned, face).yaw() > 20, "positive to the picture's left");
  }

  @Test
  void passiveScoreOfAPhotographIsHighHereSoItProvesNothing() throws IOException {
    Frame photograph = frame("fezbot");
    double live = engine.liveness(photograph, face(photograph));
    assertTrue(live > 0.5 && live <= 1, "score " + live);
  }

  @Test
  void forgettingChangesNothingThatIsSeenAfterwards() throws IOException {
    Frame frame = frame("christian");
    var before = assertInstanceOf(Sighting.FaceFound.class, look(frame));
    engine.forget();
    var after = assertInstanceOf(Sighting.FaceFound.class, look(frame));
    assertEquals(before.measures(), after.measures());
    assertEquals(1, before.template().scoreAgainst(after.template()), 1e-6);
  }

  @Test
  void otherThreadsAreRefused() throws Exception {
    AtomicReference<Throwable> refusal = new AtomicReference<>(new AssertionError("not refused"));
    Thread other =
        Thread.ofPlatform()
            .start(() -> refusal.set(assertThrows(IllegalStateException.class, engine::forget)));
    other.join();
    assertInstanceOf(IllegalStateException.class, refusal.get());
  }

  private Sighting look(Frame frame) {
    return engine.lookAtFrame(frame, RULES, memory);
  }

  private FaceMeasures face(Frame frame) {
    return assertInstanceOf(Sighting.FaceFound.class, look(frame)).measures();
  }

  private Frame frame(String portrait) throws IOException {
    BufferedImage image = ImageIO.read(OpenFaceDesk.portrait(portrait).toFile());
    byte[] bgr = new byte[3 * image.getWidth() * image.getHeight()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        bgr[at++] = (byte) rgb;
        bgr[at++] = (byte) (rgb >> 8);
        bgr[at++] = (byte) (rgb >> 16);
      }
    }
    return new Frame(0, 0, image.getWidth(), image.getHeight(), memory.absorb(bgr));
  }

  private static FaceModels models() {
    return switch (FaceModels.load(OpenFaceDesk.data().resolve("models"))) {
      case FaceModels.Loading.Loaded(var models) -> models;
      case FaceModels.Loading.Unusable(var file, var problem) -> throw new AssertionError(problem);
    };
  }
}
