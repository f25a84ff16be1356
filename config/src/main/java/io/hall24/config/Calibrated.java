package io.hall24.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a calibration of face comparison came to, as {@code calibrate-face --calibration} leaves it.
 *
 * @param algorithm nets and processing that it is of, by name and version
 * @param threshold lowest comparison score that keeps the rate
 * @param visitRate false-match rate of a visit with all its attempts
 * @param attempts comparisons in a visit
 * @param supported whether enough pairs were compared to promise that rate
 */
public record Calibrated(
    String algorithm, double threshold, double visitRate, int attempts, boolean supported) {

  /** The file's content. */
  public String yaml() {
    return String.format(
        Locale.ROOT,
        """
        # Written by calibrate-face; of these nets and no others.
        algorithm: %s
        threshold: %.4f
        visit-rate: %s
        attempts: %d
        supported: %s
        """,
        algorithm,
        threshold,
        visitRate,
        attempts,
        supported);
  }

  /**
   * Reads a file's content.
   *
   * @param page takes mistakes
   */
  static Optional<Calibrated> read(Section.Page page, String yaml) {
    return Section.read(page, yaml)
        .map(section -> {
          var read =
              new Calibrated(
                  section.text("algorithm"),
                  section.fraction("threshold", -1, 1),
                  section.fraction("visit-rate", 0, 1),
                  section.number("attempts", 1, 10),
                  section.flag("supported"));
          section.nothingElse();
          return read;
        });
  }

  static Section.Page page(Path file) {
    return new Section.Page(file.toString(), Map.of(), new ArrayList<>());
  }
}
