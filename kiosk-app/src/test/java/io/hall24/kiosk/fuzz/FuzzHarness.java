package io.hall24.kiosk.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** What Jazzer calls, by the names that it knows. */
public final class FuzzHarness {
  private static final AtomicReference<FuzzTarget> TARGET = new AtomicReference<>();

  private FuzzHarness() {}

  /**
   * Chooses the parser.
   *
   * @param arguments its word
   */
  public static void fuzzerInitialize(String[] arguments) {
    TARGET.set(Parser.of(arguments[0]).target());
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    TARGET.get().feed(input);
  }

  /**
   * Writes a parser's seeds into a directory.
   *
   * @param arguments its word, the directory
   */
  public static void main(String[] arguments) {
    seed(Parser.of(arguments[0]), Path.of(arguments[1]));
  }

  static void seed(Parser parser, Path directory) {
    try {
      Files.createDirectories(directory);
      int number = 0;
      for (byte[] seed : parser.target().seeds()) {
        Files.write(directory.resolve("seed-" + number++), seed);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
