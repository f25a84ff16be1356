package io.hall24.kiosk.ops.calibration;

import java.util.function.DoublePredicate;

/**
 * A share that was counted, and how far the true share may be from it: ISO/IEC 19795-1 asks for the
 * interval with every rate.
 *
 * @param hits how often it happened
 * @param trials how often it could have happened, at least 1
 */
public record Proportion(long hits, long trials) {
  private static final double TAIL = 0.025;
  private static final double NORMAL_QUANTILE = 1.959963984540054;

  public Proportion {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException(hits + " of " + trials);
    }
  }

  /**
   * An interval that holds the true share in 95 of 100 samples.
   *
   * @param low from
   * @param high to
   */
  public record Interval(double low, double high) {}

  /** Hits by trials. */
  public double share() {
    return (double) hits / trials;
  }

  /** The exact interval of Clopper and Pearson (1934): never too narrow. */
  public Interval exact() {
    double low = hits == 0 ? 0 : edge(p -> atLeast(p) < TAIL);
    double high = hits == trials ? 1 : edge(p -> 1 - atLeastNext(p) > TAIL);
    return new Interval(low, high);
  }

  /** Wilson's score interval (1927): closer, for tables. */
  public Interval wilson() {
    double z2 = NORMAL_QUANTILE * NORMAL_QUANTILE;
    double centre = share() + z2 / (2 * trials);
    double reach =
        NORMAL_QUANTILE
            * Math.sqrt(share() * (1 - share()) / trials + z2 / (4.0 * trials * trials));
    double scale = 1 + z2 / trials;
    return new Interval(
        Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale));
  }

  /** The place in 0 to 1 at which the condition ceases to hold. */
  private static double edge(DoublePredicate holds) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (holds.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** How likely at least as many hits are at a true share; the binomial tail is a beta integral. */
  private double atLeast(double share) {
    return betaIntegral(share, (double) hits, trials - hits + 1.0);
  }

  private double atLeastNext(double share) {
    return betaIntegral(share, hits + 1.0, (double) (trials - hits));
  }

  /** The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22). */
  private static double betaIntegral(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - betaIntegral(1 - x, b, a);
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return front * fraction(x, a, b) / a;
  }

  /** By Lentz's method. */
  private static double fraction(double x, double a, double b) {
    double tiny = 1e-300;
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1), tiny);
    double value = d;
    for (int m = 1; m < 10_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d, tiny);
      c = away(1 + even / c, tiny);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d, tiny);
      c = away(1 + odd / c, tiny);
      value *= d * c;
      if (Math.abs(d * c - 1) < 1e-14) {
        break;
      }
    }
    return value;
  }

  private static double away(double value, double tiny) {
    return Math.abs(value) < tiny ? tiny : value;
  }

  /** Stirling's series (DLMF 5.11.1), after the argument was brought above ten. */
  private static double logGamma(double x) {
    double shift = 0;
    double large = x;
    while (large < 10) {
      shift += Math.log(large);
      large++;
    }
    double inverse = 1 / (large * large);
    double series =
        (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / large;
    return (large - 0.5) * Math.log(large) - large + Math.log(2 * Math.PI) / 2 + series - shift;
  }
}
