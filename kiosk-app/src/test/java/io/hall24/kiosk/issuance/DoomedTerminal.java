package io.hall24.kiosk.issuance;

import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that runs one issuance and stops dead at a moment, for its parent to kill.
 *
 * <p>Arguments: directory of the town, address of the registry, file with its trust anchor,
 * scenario, moment, and perhaps the address of an IPP printer. Says {@code AT} when the moment is
 * reached, {@code END} when it never was.
 */
final class DoomedTerminal {
  private static final Duration FOR_EVER = Duration.ofMinutes(10);

  private DoomedTerminal() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    var place = new TerminalPlace(directory, arguments[1], Files.readString(Path.of(arguments[2])));
    var scenario = Scenario.valueOf(arguments[3]);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var moments = new PhasedMoments(moment -> stopAt(moment, arguments[4], out));
    try (Terminal terminal = start(place, scenario, moments, arguments);
        var _ =
            Citizen.perhapsBefore(
                new Mechanics(directory.resolve("mechanics")), scenario.hasCitizen())) {
      if (arguments.length > 5) {
        RealPaper.load(terminal, Town.SHEETS);
      } else {
        terminal.loadStock();
      }
      terminal.desk().recover();
      moments.arm();
      terminal.desk().await(terminal.desk().begin(Town.order(), Town.ORIGINAL));
      terminal.desk().settle();
      out.println("END");
    }
  }

  private static Terminal start(
      TerminalPlace place, Scenario scenario, Moments moments, String[] arguments)
      throws Exception {
    return arguments.length > 5
        ? Terminal.onRealPaper(place, moments, URI.create(arguments[5]))
        : Terminal.start(place, scenario.collecting(), moments);
  }

  private static void stopAt(String moment, String fatal, PrintStream out) {
    if (moment.equals(fatal)) {
      out.println("AT");
      try {
        HallClock.system().sleep(FOR_EVER);
      } catch (InterruptedException ends) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
