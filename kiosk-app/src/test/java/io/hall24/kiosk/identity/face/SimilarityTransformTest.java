package io.hall24.kiosk.identity.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarityTransformTest {
  @Test
  void recoversAnyTurnScaleAndShift() {
    Random random = new Random(112);
    for (int i = 0; i < 500; i++) {
      double angle = random.nextDouble(-Math.PI, Math.PI);
      double scale = random.nextDouble(0.05, 4);
      SimilarityTransform truth =
          new SimilarityTransform(
              scale * Math.cos(angle),
              scale * Math.sin(angle),
              random.nextDouble(-500, 500),
              random.nextDouble(-500, 500));
      List<Point> moved = FaceAligner.TEMPLATE.stream().map(truth::apply).toList();
      SimilarityTransform back = SimilarityTransform.fit(moved, FaceAligner.TEMPLATE);
      assertEquals(1 / scale, back.scale(), 1e-9 / scale);
      for (int p = 0; p < moved.size(); p++) {
        assertNear(FaceAligner.TEMPLATE.get(p), back.apply(moved.get(p)), 1e-8);
      }
    }
  }

  @Test
  void isTheBestFitForNoisyPoints() {
    Random random = new Random(5);
    List<Point> noisy =
        FaceAligner.TEMPLATE.stream()
            .map(p -> new Point(p.x() + random.nextGaussian(), p.y() + random.nextGaussian()))
            .toList();
    SimilarityTransform fit = SimilarityTransform.fit(noisy, FaceAligner.TEMPLATE);
    double least = squares(fit, noisy);
    for (double step : new double[] {-0.01, 0.01}) {
      assertTrue(
          least
              < squares(
                  new SimilarityTransform(fit.a() + step, fit.b(), fit.tx(), fit.ty()), noisy));
      assertTrue(
          least
              < squares(
                  new SimilarityTransform(fit.a(), fit.b() + step, fit.tx(), fit.ty()), noisy));
      assertTrue(
          least
              < squares(
                  new SimilarityTransform(fit.a(), fit.b(), fit.tx() + step, fit.ty()), noisy));
      assertTrue(
          least
              < squares(
                  new SimilarityTransform(fit.a(), fit.b(), fit.tx(), fit.ty() + step), noisy));
    }
  }

  private static double squares(SimilarityTransform transform, List<Point> points) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      Point difference = transform.apply(points.get(i)).minus(FaceAligner.TEMPLATE.get(i));
      sum += difference.dot(difference);
    }
    return sum;
  }

  @Test
  void refusesPointsThatDetermineNothing() {
    List<Point> same = Collections.nCopies(5, new Point(3, 4));
    assertThrows(
        IllegalArgumentException.class, () -> SimilarityTransform.fit(same, FaceAligner.TEMPLATE));
    assertThrows(
        IllegalArgumentException.class,
        () -> SimilarityTransform.fit(FaceAligner.TEMPLATE, same.subList(0, 4)));
  }

  private static void assertNear(Point expected, Point found, double tolerance) {
    assertEquals(expected.x(), found.x(), tolerance);
    assertEquals(expected.y(), found.y(), tolerance);
  }
}
