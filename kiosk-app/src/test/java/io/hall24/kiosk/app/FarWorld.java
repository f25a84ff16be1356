package io.hall24.kiosk.app;

import io.hall24.device.AccessKey;
import io.hall24.kiosk.memory.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The world around a terminal, with all that is known of a person, in another process: what is
 * found in this one the terminal has.
 */
final class FarWorld implements AutoCloseable {
  private static final String FACT = "FACT ";
  private static final String SECRET = "SECRET ";

  private final Process process;
  private final PrintStream tell;
  private final BufferedReader heard;
  private final Map<String, String> facts = new HashMap<>();
  private final List<String> secretLines = new ArrayList<>();

  /**
   * Starts it, and waits until it is ready.
   *
   * @param directory gets {@code world} and a log
   * @param more arguments of {@link WorldProcess} beside the directory
   */
  FarWorld(Path directory, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorldProcess.class.getName(),
                directory.resolve("world").toString()));
    command.addAll(List.of(more));
    process =
        new ProcessBuilder(command).redirectError(directory.resolve("world.log").toFile()).start();
    tell = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    heard = process.inputReader(StandardCharsets.UTF_8);
    hearFacts();
  }

  private void hearFacts() throws IOException {
    for (String line = heard.readLine(); !"ready".equals(line); line = heard.readLine()) {
      if (line == null) {
        throw new IOException("the world ended; see its log");
      }
      if (line.startsWith(SECRET)) {
        secretLines.add(line.substring(SECRET.length()));
      } else if (line.startsWith(FACT)) {
        int equals = line.indexOf('=');
        facts.put(line.substring(FACT.length(), equals), line.substring(equals + 1));
      }
    }
  }

  /** What the world tells of itself, by name. */
  Map<String, String> facts() {
    return facts;
  }

  /** Has the world do something, and waits until it is done. */
  synchronized String order(String command) {
    tell.println(command);
    try {
      return String.valueOf(heard.readLine());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** The digits of the document, one after the other, which nobody here knows in the clear. */
  List<Character> can() {
    return facts
        .getOrDefault("CAN", "")
        .chars()
        .mapToObj(scrambled -> (char) (scrambled - 1))
        .toList();
  }

  /** The same as a key. */
  AccessKey canKey() {
    StringBuilder digits = new StringBuilder();
    can().forEach(digits::append);
    return new AccessKey.Can(digits.toString());
  }

  /** Everything that is known of the person. */
  Secrets secrets() {
    return new Secrets().read(secretLines);
  }

  @Override
  public void close() {
    tell.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurry) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
