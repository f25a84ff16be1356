package io.hall24.kiosk.ops.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  /** Closed forms: with no hit the upper end is 1 - 0.025^(1/n), with all of them the lower one. */
  @ParameterizedTest
  @CsvSource({"1", "10", "100", "3000", "1000000"})
  void exactIntervalOfNothingAndOfEverything(long trials) {
    double edge = Math.pow(0.025, 1.0 / trials);
    var none = new Proportion(0, trials).exact();
    assertEquals(0, none.low());
    assertEquals(1 - edge, none.high(), 1e-9);
    var all = new Proportion(trials, trials).exact();
    assertEquals(edge, all.low(), 1e-9);
    assertEquals(1, all.high());
  }

  /** By its definition: at either end the binomial tail beyond what was counted is 2.5 %. */
  @Test
  void exactIntervalEndsWhereTheTailsAreTwoAndAHalfPercent() {
    Random random = new Random(4);
    for (int i = 0; i < 40; i++) {
      int trials = 2 + random.nextInt(60);
      int hits = 1 + random.nextInt(trials - 1);
      var interval = new Proportion(hits, trials).exact();
      assertEquals(0.025, tail(hits, trials, interval.low()), 1e-9);
      assertEquals(0.025, 1 - tail(hits + 1, trials, interval.high()), 1e-9);
    }
  }

  private static double tail(int from, int trials, double share) {
    double sum = 0;
    for (int k = from; k <= trials; k++) {
      double ways = 1;
      for (int j = 0; j < k; j++) {
        ways = ways * (trials - j) / (j + 1);
      }
      sum += ways * Math.pow(share, k) * Math.pow(1 - share, trials - k);
    }
    return sum;
  }

  /** The ends solve |share - p| = z sqrt(p (1 - p) / n), which is how Wilson defines them. */
  @Test
  void wilsonsIntervalSolvesItsEquation() {
    for (long hits : new long[] {1, 7, 50, 99}) {
      var counted = new Proportion(hits, 100);
      for (double end : new double[] {counted.wilson().low(), counted.wilson().high()}) {
        assertEquals(
            Math.abs(counted.share() - end), 1.959964 * Math.sqrt(end * (1 - end) / 100), 1e-6);
      }
      assertTrue(counted.exact().low() < counted.wilson().low() + 0.01);
    }
  }
}
