package io.hall24.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which recogniser and which detector stand in a folder of face models, where they are not those
 * that the terminal knows by itself: the file {@code models.yaml} beside them.
 *
 * @param recogniser makes templates of aligned faces
 * @param detector finds faces
 */
public record FaceModelSet(Optional<Recogniser> recogniser, Optional<Detector> detector) {
  /** The file's name. */
  public static final String FILE = "models.yaml";

  private static final int LONGEST_SIDE = 1024;
  private static final int LONGEST_TEMPLATE = 4096;
  private static final int COARSEST_CELL = 32;

  /** The order of the three planes that a net wants. */
  public enum Colours {
    RGB,
    BGR
  }

  /**
   * A net's file, and what is done to pixels before it: {@code (p - mean) * scale}.
   *
   * @param file in the folder
   * @param sha256 of its content, lower-case hexadecimal
   * @param width of its input, pixels
   * @param height of its input, pixels
   * @param colours which plane comes first
   * @param mean subtracted from values of 0 to 255
   * @param scale by which they are then multiplied
   */
  public record Input(
      String file,
      String sha256,
      int width,
      int height,
      Colours colours,
      double mean,
      double scale) {}

  /**
   * A net that makes a template of a face which is aligned to the five points of the ArcFace
   * family, scaled to its input.
   *
   * @param output name of its output
   * @param size how many numbers a template has
   */
  public record Recogniser(Input input, String output, int size) {}

  /**
   * A net that finds faces.
   *
   * @param outputs what it gives
   * @param least lowest score of a face
   */
  public record Detector(Input input, Outputs outputs, double least) {}

  /** What a detector gives. */
  public sealed interface Outputs {
    /**
     * Scores and decoded boxes (left, top, right, bottom, from 0 to 1 of its input), one row a
     * candidate.
     *
     * @param scores name of the output with two columns, no face and face
     * @param boxes name of the output with four columns
     */
    record Boxes(String scores, String boxes) implements Outputs {}

    /**
     * Those of YuNet: {@code cls_N}, {@code obj_N} and {@code bbox_N} for N of 8, 16 and 32, boxes
     * still to be decoded from the cells of a grid N pixels wide.
     */
    record YuNet() implements Outputs {}
  }

  /** How a detector is said to work; {@code boxes} where nothing is said. */
  private enum Kind {
    BOXES,
    YUNET
  }

  /** What came of reading the file. */
  public sealed interface Reading {
    /** It has no mistakes. */
    record Read(FaceModelSet set) implements Reading {}

    /**
     * It has some.
     *
     * @param mistakes all of them
     */
    record Faulty(List<Mistake> mistakes) implements Reading {
      public Faulty {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /**
   * Reads the file's content.
   *
   * @param name for messages
   */
  public static Reading read(Path name, String yaml) {
    var page = new Section.Page(name.toString(), Map.of(), new ArrayList<>());
    Optional<FaceModelSet> set = Section.read(page, yaml).map(FaceModelSet::set);
    return set.filter(_ -> page.mistakes().isEmpty())
        .<Reading>map(Reading.Read::new)
        .orElseGet(() -> new Reading.Faulty(page.mistakes()));
  }

  private static FaceModelSet set(Section root) {
    var set =
        new FaceModelSet(
            root.optionalSection("recogniser").map(FaceModelSet::recogniser),
            root.optionalSection("detector").map(FaceModelSet::detector));
    root.nothingElse();
    return set;
  }

  private static Recogniser recogniser(Section section) {
    int side = section.number("side", 32, LONGEST_SIDE);
    var recogniser =
        new Recogniser(
            input(section, side, side),
            section.text("output"),
            section.number("size", 16, LONGEST_TEMPLATE));
    section.nothingElse();
    return recogniser;
  }

  private static Detector detector(Section section) {
    Kind kind = section.keys().contains("kind") ? section.choice("kind", Kind.class) : Kind.BOXES;
    int width = section.number("width", 32, LONGEST_SIDE);
    int height = section.number("height", 32, LONGEST_SIDE);
    if (kind == Kind.YUNET && (width % COARSEST_CELL != 0 || height % COARSEST_CELL != 0)) {
      section.mistake("width", "expected width and height that 32 divides, as YuNet has them");
    }
    var detector =
        new Detector(
            input(section, width, height),
            switch (kind) {
              case BOXES -> new Outputs.Boxes(section.text("scores"), section.text("boxes"));
              case YUNET -> new Outputs.YuNet();
            },
            section.fraction("least", 0, 1));
    section.nothingElse();
    return detector;
  }

  private static Input input(Section section, int width, int height) {
    String file = section.text("file");
    if (file.contains("/")) {
      section.mistake("file", "expected a file in the same folder, without a path");
    }
    String sha256 = section.text("sha256");
    if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
      section.mistake("sha256", "expected 64 digits of 0-9 and a-f");
    }
    return new Input(
        file,
        sha256,
        width,
        height,
        section.choice("colours", Colours.class),
        section.fraction("mean", 0, 255),
        section.fraction("scale", 0.000_01, 10));
  }
}
