package io.hall24.kiosk.demo.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.demo.face.FilmedFace.Presentation;
import io.hall24.kiosk.identity.PadResult.Active;
import io.hall24.kiosk.identity.PadResult.Active.Why;
import io.hall24.kiosk.identity.Step;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The active challenge with the real nets. Living people and attacks are made of portraits, so this
 * proves the mechanism, not a rate: see docs/biometrics.md.
 */
class PresentationAttackTest {
  @ParameterizedTest
  @CsvSource({"fezbot,1", "christian,3"})
  void livingPersonWhoMovesAsAskedPasses(String person, long seed) throws Exception {
    try (FilmedFace film = new FilmedFace(person)) {
      var decided = decided(film.judge(FilmedFace.living(FilmedFace.sitting(person)), seed));
      assertTrue(decided.comparison().match());
      var passed =
          assertInstanceOf(Active.Passed.class, decided.pad().active(), decided.toString());
      assertEquals(3, passed.done().size());
    }
  }

  @Test
  void stillPhotographHeldUpFails() throws Exception {
    BufferedImage photograph = FilmedFace.picture(FilmedFace.sitting("fezbot"), Grimace.NONE);
    assertNotDone((asked, since) -> photograph);
  }

  /** Shifted, leaned, brought closer and tilted about both axes, as a hand moves a print. */
  @Test
  void photographThatIsMovedAndTiltedFails() throws Exception {
    Sitting person = FilmedFace.sitting("fezbot");
    BufferedImage photograph = FilmedFace.picture(person, Grimace.NONE);
    assertNotDone((asked, since) -> moved(photograph, since));
  }

  private static BufferedImage moved(BufferedImage photograph, int frame) {
    double phase = frame * 0.4;
    var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    var hand = AffineTransform.getTranslateInstance(320 + 6 * Math.sin(phase), 200);
    hand.rotate(0.08 * Math.sin(phase / 2));
    // A plane that is tilted is foreshortened, up to 45 degrees about each axis.
    hand.scale(1 - 0.3 * Math.abs(Math.sin(phase / 3)), 1 - 0.3 * Math.abs(Math.sin(phase / 5)));
    hand.translate(-320, -200);
    pen.drawImage(photograph, hand, null);
    pen.dispose();
    return picture;
  }

  private static void assertNotDone(Presentation attack) throws Exception {
    try (FilmedFace film = new FilmedFace("fezbot")) {
      var decided = decided(film.judge(attack, 2));
      assertTrue(decided.comparison().match(), "the photograph is of the right person");
      var failed = assertInstanceOf(Active.NotPassed.class, decided.pad().active());
      assertEquals(Why.NOT_DONE, failed.why(), failed.toString());
    }
  }

  /** The holder's photograph is compared, then somebody else moves in its place. */
  @ParameterizedTest
  @ValueSource(strings = {"christian"})
  void anotherPersonWhoMovesAfterThePhotographFails(String attacker) throws Exception {
    BufferedImage photograph = FilmedFace.picture(FilmedFace.sitting("fezbot"), Grimace.NONE);
    Presentation living = FilmedFace.living(FilmedFace.sitting(attacker));
    try (FilmedFace film = new FilmedFace("fezbot")) {
      var decided =
          decided(
              film.judge(
                  (asked, since) ->
                      asked.compareTo(Step.Prompt.Kind.FACE_FORWARD) < 0
                          ? photograph
                          : living.next(asked, since),
                  2));
      var failed = assertInstanceOf(Active.NotPassed.class, decided.pad().active());
      assertEquals(Why.OTHER_FACE, failed.why(), failed.toString());
    }
  }

  private static Step.Decided decided(Step step) {
    return assertInstanceOf(Step.Decided.class, step);
  }
}
