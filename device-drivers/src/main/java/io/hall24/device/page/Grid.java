package io.hall24.device.page;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the characters of one line stand: OCR-B gives each the same room.
 *
 * @param origin centre of the first, in pixels
 * @param pitch from centre to centre
 * @param middle height of the centre of capitals at x = 0
 * @param slope how much it falls for each pixel to the right
 * @param size height of capitals
 * @param count of characters
 */
record Grid(double origin, double pitch, double middle, double slope, double size, int count) {
  private static final double LOW = 0.35;
  private static final double HIGH = 1.5;
  private static final double TALL = 0.85;
  private static final int MOST_MISSING = 5;
  private static final double STRETCH = 0.04;
  private static final double STEP = 0.001;

  double centreX(int index) {
    return origin + index * pitch;
  }

  double centreY(int index) {
    return middle + slope * centreX(index);
  }

  /** The grid of a row that holds a line of so many characters, if it may. */
  static Optional<Grid> of(List<Blob> row, int count) {
    if (row.size() < count - MOST_MISSING) {
      return Optional.empty();
    }
    double size = quantile(row.stream().mapToDouble(Blob::height).sorted().toArray(), 0.7);
    List<Blob> letters =
        row.stream().filter(b -> b.height() > LOW * size && b.height() < HIGH * size).toList();
    if (letters.size() < count - MOST_MISSING) {
      return Optional.empty();
    }
    double pitch = pitch(letters);
    double phase = phase(letters, pitch);
    TreeMap<Integer, Integer> cells = new TreeMap<>();
    letters.forEach(
        b -> cells.merge((int) Math.round((b.centreX() - phase) / pitch), 1, Integer::sum));
    int best = cells.firstKey();
    int most = 0;
    for (int first : cells.keySet()) {
      int filled = cells.subMap(first, first + count).size();
      if (filled > most) {
        most = filled;
        best = first;
      }
    }
    return most < count - MOST_MISSING
        ? Optional.empty()
        : Optional.of(levelled(letters, phase + best * pitch, pitch, size, count));
  }

  private static Grid levelled(
      List<Blob> letters, double origin, double pitch, double size, int count) {
    List<Blob> tall = letters.stream().filter(b -> b.height() > TALL * size).toList();
    double x = tall.stream().mapToDouble(Blob::centreX).average().orElse(0);
    double y = tall.stream().mapToDouble(Blob::centreY).average().orElse(0);
    double spread = tall.stream().mapToDouble(b -> (b.centreX() - x) * (b.centreX() - x)).sum();
    double slope =
        spread == 0
            ? 0
            : tall.stream().mapToDouble(b -> (b.centreX() - x) * (b.centreY() - y)).sum() / spread;
    return new Grid(origin, pitch, y - slope * x, slope, size, count);
  }

  /** Near the usual distance of neighbours, that at which most centres agree. */
  private static double pitch(List<Blob> letters) {
    double[] distances = new double[letters.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = letters.get(i + 1).centreX() - letters.get(i).centreX();
    }
    java.util.Arrays.sort(distances);
    double usual = quantile(distances, 0.5);
    double best = usual;
    double most = -1;
    for (double pitch = usual * (1 - STRETCH);
        pitch <= usual * (1 + STRETCH);
        pitch += usual * STEP) {
      double agreement = Math.hypot(sum(letters, pitch, true), sum(letters, pitch, false));
      if (agreement > most) {
        most = agreement;
        best = pitch;
      }
    }
    return best;
  }

  private static double phase(List<Blob> letters, double pitch) {
    return Math.atan2(sum(letters, pitch, false), sum(letters, pitch, true))
        * pitch
        / (2 * Math.PI);
  }

  private static double sum(List<Blob> letters, double pitch, boolean cosine) {
    return letters.stream()
        .mapToDouble(b -> 2 * Math.PI * b.centreX() / pitch)
        .map(angle -> cosine ? Math.cos(angle) : Math.sin(angle))
        .sum();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
