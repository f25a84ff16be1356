package io.hall24.kiosk.demo.face;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.Frame;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.ChallengePolicy;
import io.hall24.kiosk.identity.Enrolment;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.identity.OpenFaceDesk;
import io.hall24.kiosk.identity.Step;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Lets pictures pass before an identity check, twenty a second of a clock that nobody waits for.
 */
final class FilmedFace implements AutoCloseable {
  private static final long FRAME = 50_000_000L;
  private static final long SEED = 5;

  private final ErasableMemory memory = new ErasableMemory();
  private final Enrolment.Enrolled chip;
  private long sequence;

  /** What is before the camera, as it reacts to what the terminal asks. */
  interface Presentation {
    /**
     * The next picture.
     *
     * @param asked what is asked for now
     * @param since frames since that was first asked
     */
    BufferedImage next(Step.Prompt.Kind asked, int since);
  }

  FilmedFace(String holder) throws Exception {
    byte[] photo =
        new PortraitStudio(OpenFaceDesk.desk())
            .chipPhoto(OpenFaceDesk.portrait(holder), 102, 126, 0.6f);
    chip = (Enrolment.Enrolled) OpenFaceDesk.enrol(photo, memory);
  }

  static Sitting sitting(String person) throws Exception {
    try (ErasableMemory own = new ErasableMemory()) {
      byte[] file = Files.readAllBytes(OpenFaceDesk.portrait(person));
      var photo = new ChipPhoto("image/jpeg", own.absorb(file));
      var enrolled = (Enrolment.Enrolled) OpenFaceDesk.desk().enrol(photo, own);
      return new Sitting(ImageIO.read(OpenFaceDesk.portrait(person).toFile()), enrolled.measures());
    }
  }

  /** A living person: does what is asked, a little after it is asked. */
  static Presentation living(Sitting person) {
    return (asked, since) ->
        picture(
            person,
            Challenge.askedBy(asked)
                .map(challenge -> posed(challenge, since))
                .orElse(Grimace.NONE));
  }

  private static Grimace posed(Challenge challenge, int since) {
    var poses = StagedFace.movement(challenge);
    int at = since - 6;
    if (at < 0) {
      return Grimace.NONE;
    }
    return at < 4 ? poses.get(Math.min(at, 2)) : Grimace.NONE;
  }

  static BufferedImage picture(Sitting person, Grimace grimace) {
    return person.picture(new Sitting.View(320, 200, 78, 0), grimace, 640, 480);
  }

  /** As usual, but impatient: a movement is made within a second or not at all. */
  private static FacePolicy impatient() {
    FacePolicy usual = FacePolicy.standard();
    ChallengePolicy rules = usual.challenges();
    return new FacePolicy(
        usual.threshold(),
        usual.attempts(),
        usual.framesPerAttempt(),
        usual.betweenAttempts(),
        usual.limit(),
        usual.gates(),
        new ChallengePolicy(
            rules.count(),
            rules.offered(),
            Duration.ofMillis(1100),
            rules.reaction(),
            rules.exchanges(),
            rules.mistakes(),
            rules.signs()));
  }

  /** How the check of the chip photo's holder ended. */
  Step judge(Presentation shown, long seed) throws InterruptedException {
    Random noise = new Random(SEED);
    try (var check = OpenFaceDesk.desk().check(chip, impatient(), new SplittableRandom(seed))) {
      Step.Prompt.Kind asked = Step.Prompt.Kind.NO_FACE;
      int since = 0;
      while (true) {
        BufferedImage picture = copy(shown.next(asked, since++));
        Sitting.relight(picture, 0.95, noise);
        try (ErasableMemory pixels = new ErasableMemory()) {
          Step step = check.step(frame(picture, pixels));
          if (!(step instanceof Step.Prompt(var kind, var _))) {
            return step;
          }
          if (kind != asked) {
            asked = kind;
            since = 0;
          }
        }
      }
    }
  }

  private static BufferedImage copy(BufferedImage picture) {
    var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    copy.setData(picture.getRaster());
    return copy;
  }

  private Frame frame(BufferedImage picture, ErasableMemory pixels) {
    int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    var bgr = pixels.allocate(3L * rgb.length);
    for (int i = 0; i < rgb.length; i++) {
      bgr.set(ValueLayout.JAVA_BYTE, 3L * i, (byte) rgb[i]);
      bgr.set(ValueLayout.JAVA_BYTE, 3L * i + 1, (byte) (rgb[i] >> 8));
      bgr.set(ValueLayout.JAVA_BYTE, 3L * i + 2, (byte) (rgb[i] >> 16));
    }
    sequence++;
    return new Frame(sequence, sequence * FRAME, picture.getWidth(), picture.getHeight(), bgr);
  }

  @Override
  public void close() {
    memory.close();
  }
}
