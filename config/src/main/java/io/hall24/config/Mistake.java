package io.hall24.config;

/**
 * One mistake in a configuration file.
 *
 * @param file its name
 * @param line from 1
 * @param where dotted path of the setting, e.g. {@code devices.printer.uri}
 * @param problem what is wrong and what was expected
 */
public record Mistake(String file, int line, String where, String problem) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + where + ": " + problem;
  }
}
