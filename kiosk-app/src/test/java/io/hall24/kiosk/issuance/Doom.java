package io.hall24.kiosk.issuance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Starts a {@link DoomedTerminal} and kills it at its moment. */
final class Doom {
  private Doom() {}

  /**
   * Returns when the process is dead.
   *
   * @param printer address of an IPP printer; none for one of folders
   */
  static void kill(Town town, Path place, Scenario scenario, String moment, String... printer)
      throws IOException, InterruptedException {
    Path anchor = place.resolve("anchor.jwk");
    Files.writeString(anchor, town.registry().trustAnchor());
    Process process =
        ChildJvm.plain()
            .program(
                DoomedTerminal.class,
                place.resolve("doomed.log"),
                Stream.concat(
                        Stream.of(
                            place.toString(),
                            town.registry().url().toString(),
                            anchor.toString(),
                            scenario.name(),
                            moment),
                        Stream.of(printer))
                    .toArray(String[]::new))
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.equals("AT") && !line.equals("END")) {
        line = lines.readLine();
      }
      process.destroyForcibly();
      process.waitFor();
      if (!"AT".equals(line)) {
        throw new IllegalStateException(
            "never came to '" + moment + "': " + Files.readString(place.resolve("doomed.log")));
      }
    }
  }
}
