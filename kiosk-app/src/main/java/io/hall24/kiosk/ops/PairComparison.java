package io.hall24.kiosk.ops;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.identity.Enrolment;
import io.hall24.kiosk.identity.FaceComparison;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.face.FaceTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares pictures with pictures, as {@code compare-faces} does: the largest central face of each.
 * Each picture is embedded once. Templates are erased at {@link #close()}.
 */
public final class PairComparison implements AutoCloseable {
  /** The first line of a table of outcomes. */
  public static final String HEADER = "a,b,score,match,error";

  private final FaceDesk desk;
  private final double threshold;
  private final ErasableMemory memory = new ErasableMemory();
  private final Map<Side, Enrolment> seen = new LinkedHashMap<>();
  private final Taken second;

  /** How a picture is taken. */
  public enum Taken {
    /** As the file has it. */
    AS_IT_IS,
    /** Reduced to what a card holds of a portrait: 102 x 126 pixels, a JPEG of quality 60. */
    AS_CARD_PORTRAIT
  }

  private record Side(Path file, Taken taken) {}

  /**
   * Comparisons at one threshold.
   *
   * @param threshold lowest score that counts as a match
   */
  public PairComparison(FaceDesk desk, double threshold) {
    this(desk, threshold, Taken.AS_IT_IS);
  }

  /**
   * The same.
   *
   * @param second how the second picture of each pair is taken
   */
  public PairComparison(FaceDesk desk, double threshold, Taken second) {
    this.desk = desk;
    this.threshold = threshold;
    this.second = second;
  }

  /** What came of one pair. */
  public sealed interface Outcome {
    /** Both pictures show a face. */
    record Compared(FaceComparison comparison) implements Outcome {}

    /**
     * They were not compared.
     *
     * @param error side and reason, e.g. {@code b: no-face}
     */
    record NotCompared(String error) implements Outcome {}
  }

  /** Compares two pictures. */
  public Outcome compare(Path a, Path b) throws InterruptedException {
    Enrolment probe = enrol(a, Taken.AS_IT_IS);
    Enrolment reference = enrol(b, second);
    Optional<String> fault = fault(probe).map(error -> "a: " + error);
    fault = fault.or(() -> fault(reference).map(error -> "b: " + error));
    if (fault.isPresent()) {
      return new Outcome.NotCompared(fault.get());
    }
    FaceTemplate template = ((Enrolment.Enrolled) probe).template();
    double score = template.scoreAgainst(((Enrolment.Enrolled) reference).template());
    return new Outcome.Compared(new FaceComparison(score, threshold, template.algorithm(), 1));
  }

  /**
   * What became of the pictures so far, each counted once for every way it was taken.
   *
   * @param pictures how many
   * @param refused how many gave no template, by reason, e.g. {@code no-face}
   */
  public record Acquisition(int pictures, Map<String, Integer> refused) {
    public Acquisition {
      refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    /** How many gave no template. */
    public int failures() {
      return refused.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Failures to acquire, of all pictures that were compared until now. */
  public Acquisition acquisition() {
    Map<String, Integer> refused = new HashMap<>();
    seen.values()
        .forEach(made -> fault(made).ifPresent(reason -> refused.merge(reason, 1, Integer::sum)));
    return new Acquisition(seen.size(), refused);
  }

  private static Optional<String> fault(Enrolment enrolment) {
    return switch (enrolment) {
      case Enrolment.Enrolled enrolled -> Optional.empty();
      case Enrolment.Refused(var fault) -> Optional.of(fault.code());
      case Enrolment.Unavailable(var detail) -> Optional.of(detail);
    };
  }

  private Enrolment enrol(Path picture, Taken taken) throws InterruptedException {
    var side = new Side(picture.toAbsolutePath().normalize(), taken);
    Enrolment known = seen.get(side);
    if (known != null) {
      return known;
    }
    Enrolment made = read(side);
    seen.put(side, made);
    return made;
  }

  private Enrolment read(Side side) throws InterruptedException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(side.file());
    } catch (NoSuchFileException missing) {
      return new Enrolment.Unavailable("no such file");
    } catch (IOException unreadable) {
      return new Enrolment.Unavailable("cannot be read");
    }
    try (ErasableMemory picture = new ErasableMemory()) {
      // The name of the format is not relied on: the picture's own first bytes decide.
      ChipPhoto photo = new ChipPhoto("application/octet-stream", picture.absorb(bytes));
      return switch (side.taken()) {
        case AS_IT_IS -> desk.enrol(photo, memory);
        case AS_CARD_PORTRAIT -> desk.enrolReduced(photo, memory);
      };
    }
  }

  /**
   * Compares every pair of a table: lines {@code a,b} without a header, paths relative to the
   * table, fields quoted as in RFC 4180 where they hold a comma.
   *
   * @param out takes a line of {@link #HEADER} and one a pair, each as soon as it is known
   * @return how many pairs were not compared
   */
  public int comparePairs(Path table, Appendable out) throws IOException, InterruptedException {
    Path folder = Optional.ofNullable(table.toAbsolutePath().getParent()).orElse(Path.of("/"));
    int notCompared = 0;
    out.append(HEADER).append('\n');
    for (String line : Files.readAllLines(table)) {
      if (!line.isBlank()) {
        List<String> fields = CsvLine.fields(line);
        Outcome outcome =
            fields.size() == 2
                ? compare(folder.resolve(fields.get(0)), folder.resolve(fields.get(1)))
                : new Outcome.NotCompared("not two fields");
        notCompared += outcome instanceof Outcome.NotCompared ? 1 : 0;
        out.append(row(fields, outcome)).append('\n');
      }
    }
    return notCompared;
  }

  private static String row(List<String> fields, Outcome outcome) {
    List<String> rest =
        switch (outcome) {
          case Outcome.Compared(var comparison) ->
              List.of(
                  String.format(Locale.ROOT, "%.4f", comparison.score()),
                  Boolean.toString(comparison.match()),
                  "");
          case Outcome.NotCompared(var error) -> List.of("", "", error);
        };
    String b = fields.size() > 1 ? fields.get(1) : "";
    return CsvLine.of(List.of(fields.getFirst(), b, rest.get(0), rest.get(1), rest.get(2)));
  }

  @Override
  public void close() {
    seen.clear();
    memory.close();
  }
}
