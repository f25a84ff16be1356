package io.hall24.kiosk.identity;

/**
 * The outcome of comparing a probe with the chip photo; the only thing of a face that is recorded.
 *
 * @param score the comparison score, -1 to 1, greater is alike
 * @param threshold the score from which on it counts as a match
 * @param algorithm nets and processing, by name and version
 * @param attempts how many comparisons the visit needed
 */
public record FaceComparison(double score, double threshold, String algorithm, int attempts) {
  /** Whether probe and chip photo count as the same person. */
  public boolean match() {
    return score >= threshold;
  }
}
