package io.hall24.kiosk.ops.calibration;

import io.hall24.kiosk.ops.PairComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of pairs with labels: lines {@code a,b,label} or {@code a,b,label,group} without a
 * header, the label {@code same} or {@code different}; paths relative to the table.
 *
 * @param pairs in the table's order
 */
public record LabelledPairs(List<Pair> pairs) {
  public LabelledPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * One line.
   *
   * @param a a picture
   * @param b another
   * @param samePerson by the label
   * @param group empty when none is named
   */
  public record Pair(Path a, Path b, boolean samePerson, String group) {}

  /** What became of a table. */
  public sealed interface Reading {
    /** Every line is understood. */
    record Read(LabelledPairs pairs) implements Reading {}

    /** A line is not. */
    record Faulty(int line, String problem) implements Reading {}
  }

  /** What became of the pictures. */
  public record Comparison(
      List<LabelledScores.Scored> scored,
      List<String> notCompared,
      PairComparison.Acquisition acquisition) {
    public Comparison {
      scored = List.copyOf(scored);
      notCompared = List.copyOf(notCompared);
    }
  }

  /** Reads a table. */
  public static Reading read(Path table) throws IOException {
    Path folder = Optional.ofNullable(table.toAbsolutePath().getParent()).orElse(Path.of("/"));
    List<Pair> pairs = new ArrayList<>();
    List<String> lines = Files.readAllLines(table);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> fields = io.hall24.kiosk.ops.CsvLine.fields(lines.get(i));
      if (fields.size() < 3 || fields.size() > 4) {
        return new Reading.Faulty(i + 1, "expected a,b,label or a,b,label,group");
      }
      String label = fields.get(2).strip();
      if (!label.equals("same") && !label.equals("different")) {
        return new Reading.Faulty(i + 1, "the label is same or different, not '" + label + "'");
      }
      pairs.add(
          new Pair(
              folder.resolve(fields.get(0)),
              folder.resolve(fields.get(1)),
              label.equals("same"),
              fields.size() == 4 ? fields.get(3).strip() : ""));
    }
    return new Reading.Read(new LabelledPairs(pairs));
  }

  /** Compares every pair; each picture is embedded once. */
  public Comparison compare(PairComparison faces) throws InterruptedException {
    List<LabelledScores.Scored> scored = new ArrayList<>();
    List<String> notCompared = new ArrayList<>();
    for (Pair pair : pairs) {
      switch (faces.compare(pair.a, pair.b)) {
        case PairComparison.Outcome.Compared(var comparison) ->
            scored.add(new LabelledScores.Scored(comparison.score(), pair.samePerson, pair.group));
        case PairComparison.Outcome.NotCompared(var error) ->
            notCompared.add(pair.a.getFileName() + "," + pair.b.getFileName() + ": " + error);
      }
    }
    return new Comparison(scored, notCompared, faces.acquisition());
  }
}
