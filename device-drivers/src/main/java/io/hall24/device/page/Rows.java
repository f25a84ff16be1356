package io.hall24.device.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Patches of ink that stand beside one another. */
final class Rows {
  private static final double SAME_ROW = 0.45;

  private Rows() {}

  static double usualHeight(List<Blob> blobs) {
    return blobs.stream()
        .mapToInt(Blob::height)
        .sorted()
        .skip(blobs.size() / 2)
        .findFirst()
        .orElse(1);
  }

  /** From top to bottom, each from left to right. */
  static List<List<Blob>> of(List<Blob> blobs) {
    double reach = SAME_ROW * usualHeight(blobs);
    List<Blob> downwards =
        blobs.stream().sorted(Comparator.comparingDouble(Blob::centreY)).toList();
    List<List<Blob>> rows = new ArrayList<>();
    List<Blob> row = new ArrayList<>();
    double level = 0;
    for (Blob blob : downwards) {
      if (!row.isEmpty() && blob.centreY() - level > reach) {
        rows.add(row);
        row = new ArrayList<>();
      }
      row.add(blob);
      level = row.stream().mapToDouble(Blob::centreY).average().orElse(0);
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    rows.forEach(one -> one.sort(Comparator.comparingDouble(Blob::centreX)));
    return rows;
  }
}
