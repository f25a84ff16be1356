package io.hall24.kiosk.ops.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Scores of pairs of which it is known whether they show one person. Impostors are kept by group: a
 * threshold must hold in the group whose members are hardest to tell apart.
 */
public final class LabelledScores {
  private final double[] genuine;
  private final Map<String, double[]> impostors;

  /**
   * One pair.
   *
   * @param score -1 to 1
   * @param samePerson by the label
   * @param group of people that both belong to; empty when none is named
   */
  public record Scored(double score, boolean samePerson, String group) {}

  /**
   * Sorts scores by label and group.
   *
   * @throws IllegalArgumentException unless there are pairs of both labels
   */
  public LabelledScores(List<Scored> scored) {
    this.genuine =
        sorted(scored.stream().filter(Scored::samePerson).mapToDouble(Scored::score).toArray());
    Map<String, double[]> byGroup = new TreeMap<>();
    scored.stream()
        .filter(pair -> !pair.samePerson())
        .collect(Collectors.groupingBy(Scored::group))
        .forEach((group, pairs) ->
            byGroup.put(group, sorted(pairs.stream().mapToDouble(Scored::score).toArray())));
    this.impostors = byGroup;
    if (genuine.length == 0 || impostors.isEmpty()) {
      throw new IllegalArgumentException(
          genuine.length + " pairs of one person, " + impostors.size() + " groups of others");
    }
  }

  private static double[] sorted(double[] scores) {
    Arrays.sort(scores);
    return scores;
  }

  /** The names of the groups, the empty one too. */
  public List<String> groups() {
    return List.copyOf(impostors.keySet());
  }

  /** How many pairs of one person are below a threshold: false non-matches. */
  public Proportion falseNonMatches(double threshold) {
    return new Proportion(below(genuine, threshold), genuine.length);
  }

  /** How many pairs of two people of a group reach a threshold: false matches. */
  public Proportion falseMatches(double threshold, String group) {
    double[] scores = impostors.get(group);
    if (scores == null) {
      throw new IllegalArgumentException("no group " + group);
    }
    return new Proportion(scores.length - below(scores, threshold), scores.length);
  }

  /** The false matches of the group in which their share is greatest. */
  public Proportion falseMatches(double threshold) {
    return falseMatches(threshold, hardest(threshold));
  }

  /** The group in which most pairs of two people reach a threshold. */
  public String hardest(double threshold) {
    String hardest = impostors.keySet().iterator().next();
    for (String group : impostors.keySet()) {
      if (falseMatches(threshold, group).share() > falseMatches(threshold, hardest).share()) {
        hardest = group;
      }
    }
    return hardest;
  }

  /** The lowest threshold at which no group's share of false matches is above a rate. */
  public double thresholdFor(double rate) {
    return lowest(scores -> (int) Math.floor(rate * scores.length + 1e-9));
  }

  /**
   * The lowest threshold at which every group's share of false matches is below a rate beyond
   * doubt: the exact interval ends there. Empty when a group has too few pairs for any.
   */
  public Optional<Double> supportedThreshold(double rate) {
    boolean enough =
        impostors.values().stream()
            .allMatch(scores -> new Proportion(0, scores.length).exact().high() <= rate);
    return enough ? Optional.of(lowest(scores -> mostHits(scores.length, rate))) : Optional.empty();
  }

  /** How many hits still leave the exact interval below a rate. */
  private static int mostHits(int trials, double rate) {
    int low = 0;
    int high = trials;
    while (low + 1 < high) {
      int middle = (low + high) >>> 1;
      if (new Proportion(middle, trials).exact().high() <= rate) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The highest of the groups' lowest thresholds, each with so many false matches at most. */
  private double lowest(ToIntFunction<double[]> allowed) {
    double highest = -1;
    for (double[] scores : impostors.values()) {
      int hits = allowed.applyAsInt(scores);
      if (hits < scores.length) {
        // The first score that must stay below the threshold, and the next number above it.
        highest = Math.max(highest, Math.nextUp(scores[scores.length - 1 - hits]));
      }
    }
    return highest;
  }

  private static int below(double[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
