package io.hall24.kiosk.ops.calibration;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Thresholds for false-match rates, and the one that a terminal should use so that a whole visit
 * keeps the operator's rate.
 *
 * @param scores on which it rests
 * @param visitRate the false-match rate that a visit with all its attempts may have
 * @param attempts comparisons in a visit; each compares one frame, chosen by quality and not by
 *     score
 */
public record FaceCalibration(LabelledScores scores, double visitRate, int attempts) {
  private static final double[] RATES = {0.1, 0.01, 0.001, 0.0001, 0.00001};

  public FaceCalibration {
    if (!(visitRate > 0 && visitRate < 1) || attempts < 1) {
      throw new IllegalArgumentException("rate " + visitRate + ", attempts " + attempts);
    }
  }

  /**
   * One line of the table.
   *
   * @param rate the false-match rate that was asked for
   * @param threshold the lowest score that keeps it in every group
   * @param falseMatches at that score, in the group where they are most frequent
   * @param falseNonMatches at that score
   */
  public record Point(
      double rate, double threshold, Proportion falseMatches, Proportion falseNonMatches) {
    /** Pairs of one person that match. */
    public Proportion trueMatches() {
      return new Proportion(
          falseNonMatches.trials() - falseNonMatches.hits(), falseNonMatches.trials());
    }
  }

  /** Thresholds for rates from one in ten to one in 100,000. */
  public List<Point> table() {
    return DoubleStream.of(RATES).mapToObj(this::pointFor).toList();
  }

  /** The lowest score that keeps a false-match rate in every group. */
  public Point pointFor(double rate) {
    return point(rate, scores.thresholdFor(rate));
  }

  private Point point(double rate, double threshold) {
    return new Point(
        rate, threshold, scores.falseMatches(threshold), scores.falseNonMatches(threshold));
  }

  /**
   * The threshold for a visit: each of its attempts may have its share of the visit's rate, an
   * upper bound whatever the attempts have to do with each other (Boole's inequality), and the
   * exact interval of that share must end below it. With too few pairs for that, the lowest
   * threshold that none of them reached.
   */
  public Point recommended() {
    double rate = visitRate / attempts;
    return point(rate, scores.supportedThreshold(rate).orElseGet(() -> scores.thresholdFor(0)));
  }

  /** Whether enough pairs were compared to promise the visit's rate; else it is a guess. */
  public boolean supported() {
    return scores.supportedThreshold(visitRate / attempts).isPresent();
  }
}
