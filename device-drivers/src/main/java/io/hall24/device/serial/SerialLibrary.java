package io.hall24.device.serial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the native library of jSerialComm lies. The library itself would unpack it below {@code
 * /tmp}, where a hardened machine executes nothing and where somebody else may have put a directory
 * of that name; so it is unpacked here, once, into a directory of this user, and jSerialComm is
 * pointed there before its first class is loaded.
 */
final class SerialLibrary {
  /** Directory for native libraries; without it the user's cache. */
  static final String DIRECTORY = "hall24.native";

  /** jSerialComm's own property; an operator who sets it decides. */
  private static final String PATH = "jSerialComm.library.path";

  private static final String FILE = "libjSerialComm.so";
  private static final String IN_JAR = "/Linux/x86_64/" + FILE;

  private SerialLibrary() {}

  /**
   * Unpacks it unless it is there already.
   *
   * @throws IOException when it cannot be written
   */
  static synchronized void provide() throws IOException {
    if (System.getProperty(PATH) != null) {
      return;
    }
    Path directory = directory().resolve("jserialcomm-2.11");
    byte[] library = library();
    Path file = directory.resolve(FILE);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), library)) {
      Files.createDirectories(directory);
      Path fresh = Files.createTempFile(directory, FILE, ".new");
      Files.write(fresh, library);
      move(fresh, file);
    }
    System.setProperty(PATH, directory.toString());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException ordinary) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static byte[] library() throws IOException {
    // Asked through another class than SerialPort, which loads the library in its initialiser.
    try (InputStream in = LineLostException.class.getResourceAsStream(IN_JAR)) {
      if (in == null) {
        throw new IOException("no " + IN_JAR + " on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static Path directory() {
    return Optional.ofNullable(System.getProperty(DIRECTORY))
        .map(Path::of)
        .orElseGet(() ->
            Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("hall24")
                .resolve("native"))
        .toAbsolutePath();
  }
}
