package io.hall24.kiosk.ops.calibration;

import io.hall24.kiosk.ops.CsvLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Labelled pictures of people and of attacks, and rates of them as ISO/IEC 30107-3 wants them: of
 * each species by itself. Lines {@code picture,species} without a header; the species {@code live}
 * is no attack.
 *
 * @param pictures in the table's order
 */
public record AttackTable(List<Picture> pictures) {
  /** The species of pictures that are no attack. */
  public static final String LIVE = "live";

  public AttackTable {
    pictures = List.copyOf(pictures);
  }

  /** One line. */
  public record Picture(Path file, String species) {}

  /** What became of a table. */
  public sealed interface Reading {
    /** Every line is understood. */
    record Read(AttackTable table) implements Reading {}

    /** A line is not. */
    record Faulty(int line, String problem) implements Reading {}
  }

  /** Reads a table; paths count from its directory. */
  public static Reading read(Path table) throws IOException {
    Path folder = Optional.ofNullable(table.toAbsolutePath().getParent()).orElse(Path.of("/"));
    List<Picture> pictures = new ArrayList<>();
    List<String> lines = Files.readAllLines(table);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        List<String> fields = CsvLine.fields(lines.get(i));
        if (fields.size() != 2 || fields.get(1).isBlank()) {
          return new Reading.Faulty(i + 1, "expected picture,species");
        }
        pictures.add(new Picture(folder.resolve(fields.get(0)), fields.get(1).strip()));
      }
    }
    return new Reading.Read(new AttackTable(pictures));
  }

  /**
   * A picture that shows a face, with what was found in it.
   *
   * @param live the passive score, 0 to 1
   * @param pattern how far a fine pattern stands out
   * @param edges share of sides with an edge
   */
  public record Seen(String species, double live, double pattern, double edges) {}

  /**
   * The share of each species that a rule calls an attack, {@link #LIVE} first: BPCER for it, and
   * one minus APCER for every other one.
   */
  public static Map<String, Proportion> rejected(List<Seen> all, Predicate<Seen> attack) {
    Map<String, Proportion> shares = new LinkedHashMap<>();
    all.stream()
        .map(Seen::species)
        .distinct()
        .sorted((one, other) ->
            Boolean.compare(!one.equals(LIVE), !other.equals(LIVE)) != 0
                ? Boolean.compare(!one.equals(LIVE), !other.equals(LIVE))
                : one.compareTo(other))
        .forEach(species -> {
          List<Seen> of = all.stream().filter(seen -> seen.species().equals(species)).toList();
          shares.put(species, new Proportion(of.stream().filter(attack).count(), of.size()));
        });
    return shares;
  }
}
