package io.hall24.kiosk.identity.face;

import io.hall24.config.FaceModelSet;
import io.hall24.config.FaceModelSet.Colours;
import io.hall24.config.FaceModelSet.Detector;
import io.hall24.config.FaceModelSet.Input;
import io.hall24.config.FaceModelSet.Outputs;
import io.hall24.config.FaceModelSet.Recogniser;
import io.hall24.config.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The checked content of the model files. What was checked is what the nets are made of: the files
 * are read once.
 */
public final class FaceModels {
  /** The recogniser that the terminal knows by itself. */
  private static final Recogniser USUAL_RECOGNISER =
      new Recogniser(
          input(FaceModel.FEATURE, FaceAligner.SIDE, FaceAligner.SIDE, Colours.BGR), "output", 512);

  /** The detector that the terminal knows by itself. */
  private static final Detector USUAL_DETECTOR =
      new Detector(
          input(FaceModel.DETECT, 320, 240, Colours.RGB),
          new Outputs.Boxes("scores", "boxes"),
          0.65);

  private final Map<FaceModel, byte[]> contents;
  private final Recogniser recogniser;
  private final Detector detector;

  private FaceModels(Map<FaceModel, byte[]> contents, FaceModelSet set) {
    this.contents = contents;
    this.recogniser = set.recogniser().orElse(USUAL_RECOGNISER);
    this.detector = set.detector().orElse(USUAL_DETECTOR);
  }

  private static Input input(FaceModel model, int width, int height, Colours colours) {
    return new Input(model.fileName(), model.sha256(), width, height, colours, 127, 1 / 128.0);
  }

  /** The net that makes templates. */
  Recogniser recogniser() {
    return recogniser;
  }

  /** The net that finds faces. */
  Detector detector() {
    return detector;
  }

  /** Names nets and processing in records of comparisons; changes whenever scores may change. */
  public String algorithm() {
    String name = named(recogniser.input()) + "/similarity-5/cosine-1";
    return detector.equals(USUAL_DETECTOR) ? name : name + "/" + named(detector.input());
  }

  private static String named(Input net) {
    return net.file().replaceFirst("\\.onnx$", "").replace('_', '-')
        + "-"
        + net.sha256().substring(0, 8);
  }

  /** What came of looking for the models. */
  public sealed interface Loading {
    /** All of them are there and unchanged. */
    record Loaded(FaceModels models) implements Loading {}

    /**
     * One is missing, unreadable or not the file that it should be.
     *
     * @param file which one
     * @param problem what is wrong with it and what puts it right, for a technician
     */
    record Unusable(Path file, String problem) implements Loading {}
  }

  /** Reads and checks every model, those that {@code models.yaml} names instead of the usual. */
  public static Loading load(Path folder) {
    Path names = folder.resolve(FaceModelSet.FILE);
    if (!Files.exists(names)) {
      return load(folder, new FaceModelSet(Optional.empty(), Optional.empty()));
    }
    try {
      return switch (FaceModelSet.read(names, Files.readString(names))) {
        case FaceModelSet.Reading.Read(var set) -> load(folder, set);
        case FaceModelSet.Reading.Faulty(var mistakes) ->
            new Loading.Unusable(
                names,
                String.join(
                    System.lineSeparator(), mistakes.stream().map(Mistake::toString).toList()));
      };
    } catch (IOException unreadable) {
      return unusable(names, "cannot be read: " + unreadable.getMessage());
    }
  }

  private static Loading load(Path folder, FaceModelSet set) {
    Map<FaceModel, byte[]> contents = new EnumMap<>(FaceModel.class);
    for (FaceModel model : FaceModel.values()) {
      Input wanted = wanted(model, set);
      Path file = folder.resolve(wanted.file());
      try {
        byte[] content = Files.readAllBytes(file);
        String found = sha256(content);
        if (!found.equals(wanted.sha256())) {
          return unusable(file, "has SHA-256 " + found + " instead of " + wanted.sha256());
        }
        contents.put(model, content);
      } catch (NoSuchFileException missing) {
        return unusable(file, "is missing");
      } catch (IOException unreadable) {
        return unusable(file, "cannot be read: " + unreadable.getMessage());
      }
    }
    return new Loading.Loaded(new FaceModels(contents, set));
  }

  private static Input wanted(FaceModel model, FaceModelSet set) {
    Optional<Input> own =
        switch (model) {
          case FEATURE -> set.recogniser().map(Recogniser::input);
          case DETECT -> set.detector().map(Detector::input);
          case LANDMARK, LIVENESS, EYE, POSE -> Optional.empty();
        };
    return own.orElseGet(() -> input(model, 1, 1, Colours.BGR));
  }

  private static Loading unusable(Path file, String fault) {
    return new Loading.Unusable(
        file,
        "face model "
            + file
            + " "
            + fault
            + "; fetch the models again (installer/demo does) or set HALL24_DATA to the folder"
            + " above models/ that has them");
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The file's bytes, not a copy. */
  byte[] content(FaceModel model) {
    byte[] content = contents.get(model);
    if (content == null) {
      throw new IllegalStateException("no content of " + model);
    }
    return content;
  }
}
