package io.hall24.kiosk.ops.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.ops.calibration.LabelledScores.Scored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceCalibrationTest {
  /** Impostor scores 0.0000 to 0.0999 in one group, 0.2 higher in another; genuine 0.5 to 0.6. */
  private static LabelledScores scores() {
    List<Scored> all = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      all.add(new Scored(i / 10_000.0, false, "easy"));
      all.add(new Scored(0.2 + i / 10_000.0, false, "hard"));
      all.add(new Scored(0.25 + i / 4_000.0, true, ""));
    }
    return new LabelledScores(all);
  }

  @Test
  void thresholdHoldsInTheHardestGroup() {
    LabelledScores scores = scores();
    for (double rate : new double[] {0.1, 0.01, 0.001, 0.0001}) {
      double threshold = scores.thresholdFor(rate);
      for (String group : scores.groups()) {
        assertTrue(scores.falseMatches(threshold, group).share() <= rate, group + " at " + rate);
      }
      assertTrue(
          scores.falseMatches(threshold - 2e-4).share() > rate, "no lower threshold keeps " + rate);
    }
    assertEquals("hard", scores.hardest(0.25));
  }

  @Test
  void oneThresholdForAllWouldLetTheHardGroupThrough() {
    List<Scored> mixed = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      mixed.add(new Scored(i / 10_000.0, false, ""));
      mixed.add(new Scored(0.5, true, ""));
    }
    double blind = new LabelledScores(mixed).thresholdFor(0.01);
    assertEquals(1, scores().falseMatches(blind, "hard").share());
  }

  @Test
  void shareOfAVisitIsDividedAmongItsAttempts() {
    var visit = new FaceCalibration(scores(), 0.03, 3).recommended();
    assertEquals(0.01, visit.rate(), 1e-12);
    assertEquals(1000, visit.falseMatches().trials());
    assertTrue(visit.falseMatches().exact().high() <= 0.01, "beyond doubt");
    var oneMore = new Proportion(visit.falseMatches().hits() + 1, 1000);
    assertTrue(oneMore.exact().high() > 0.01, "and no stricter than that");
  }

  @Test
  void tooFewPairsSupportNothing() {
    assertTrue(new FaceCalibration(scores(), 0.03, 3).supported());
    var guess = new FaceCalibration(scores(), 0.003, 3);
    assertFalse(guess.supported(), "none of 1000 may well be three of 1000");
    assertEquals(0, guess.recommended().falseMatches().hits());
  }

  /** Whoever simulates visits of impostors finds no more of them than was promised. */
  @Test
  void visitsOfImpostorsKeepTheRate() {
    Random random = new Random(8);
    List<Scored> all = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      all.add(new Scored(random.nextGaussian() * 0.12, false, ""));
    }
    all.add(new Scored(0.9, true, ""));
    var calibration = new FaceCalibration(new LabelledScores(all), 0.001, 3);
    double threshold = calibration.recommended().threshold();
    int passed = 0;
    int visits = 300_000;
    for (int visit = 0; visit < visits; visit++) {
      boolean match = false;
      for (int attempt = 0; attempt < 3 && !match; attempt++) {
        match = random.nextGaussian() * 0.12 >= threshold;
      }
      passed += match ? 1 : 0;
    }
    assertTrue(new Proportion(passed, visits).exact().low() <= 0.001, passed + " of " + visits);
    assertTrue(passed > visits / 5000, "nor is the threshold needlessly high");
  }

  @Test
  void scoresOfOneLabelOnlyAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LabelledScores(List.of(new Scored(0.4, true, ""))));
  }

  @Test
  void curveIsDrawn(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("curve.png");
    new CurvePicture(new FaceCalibration(scores(), 0.001, 3)).write(file);
    var picture = ImageIO.read(file.toFile());
    int blue = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        blue += (picture.getRGB(x, y) & 0xFFFFFF) == 0x0B5CAD ? 1 : 0;
      }
    }
    assertTrue(blue > 500, "pixels of the curve: " + blue);
  }

  @Test
  void tableIsReadAndItsFaultsAreNamed(@TempDir Path folder) throws Exception {
    Path table = folder.resolve("pairs.csv");
    Files.writeString(table, "a.jpg,b.jpg,same\n\n\"c,d.jpg\",e.jpg,different,north\n");
    var read = assertInstanceOf(LabelledPairs.Reading.Read.class, LabelledPairs.read(table));
    assertEquals(
        List.of(
            new LabelledPairs.Pair(folder.resolve("a.jpg"), folder.resolve("b.jpg"), true, ""),
            new LabelledPairs.Pair(
                folder.resolve("c,d.jpg"), folder.resolve("e.jpg"), false, "north")),
        read.pairs().pairs());
    Files.writeString(table, "a.jpg,b.jpg,same\na.jpg,b.jpg,yes\n");
    assertEquals(
        new LabelledPairs.Reading.Faulty(2, "the label is same or different, not 'yes'"),
        LabelledPairs.read(table));
  }
}
