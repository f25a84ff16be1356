package io.hall24.kiosk.identity.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The checked content of the model files. What was checked is what the nets are made of: the files
 * are read once.
 */
public final class FaceModels {
  private final Map<FaceModel, byte[]> contents;

  private FaceModels(Map<FaceModel, byte[]> contents) {
    this.contents = contents;
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

  /** Reads and checks every model. */
  public static Loading load(Path folder) {
    Map<FaceModel, byte[]> contents = new EnumMap<>(FaceModel.class);
    for (FaceModel model : FaceModel.values()) {
      Path file = folder.resolve(model.fileName());
      try {
        byte[] content = Files.readAllBytes(file);
        String found = sha256(content);
        if (!found.equals(model.sha256())) {
          return unusable(file, "has SHA-256 " + found + " instead of " + model.sha256());
        }
        contents.put(model, content);
      } catch (NoSuchFileException missing) {
        return unusable(file, "is missing");
      } catch (IOException unreadable) {
        return unusable(file, "cannot be read: " + unreadable.getMessage());
      }
    }
    return new Loading.Loaded(new FaceModels(contents));
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
