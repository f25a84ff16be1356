package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.device.simulated.Mechanics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two members of staff who open the terminal, look, and write down what they find. */
final class Technician {
  private final Town town;
  private final Terminal terminal;

  Technician(Town town, Terminal terminal) {
    this.town = town;
    this.terminal = terminal;
  }

  /** Resolves what is Unknown, empties the paper path, and counts the trays that are closed. */
  void tidyUp() throws IOException {
    Scenario.repair(town);
    for (OpenIssuance open : terminal.desk().open()) {
      if (open.state() == IssuanceState.UNKNOWN) {
        resolve(open);
      }
    }
    for (Medium medium : Medium.values()) {
      if (terminal.stock().count(medium).closed().isPresent()) {
        count(medium);
      }
    }
  }

  private void resolve(OpenIssuance open) throws IOException {
    String number = open.sheet().orElseThrow().text();
    boolean taken = FolderPrinter.numbers(town.mechanics().taken()).contains(number);
    StaffAnswer answer =
        terminal
            .desk()
            .resolve(
                open.ticket().issuanceId(),
                taken
                    ? new Resolution.NoneFound("not in the terminal")
                    : new Resolution.SheetFound(),
                Terminal.staff());
    if (!(answer instanceof StaffAnswer.Recorded)) {
      throw new IllegalStateException("not resolved: " + answer);
    }
  }

  private void count(Medium medium) throws IOException {
    Mechanics mechanics = town.mechanics();
    for (Path stuck : mechanics.jammed()) {
      bin(Mechanics.sheetNumber(stuck));
      Files.move(stuck, stuck.resolveSibling("../cleared-" + stuck.getFileName()));
    }
    for (Path left : mechanics.output()) {
      bin(Mechanics.sheetNumber(left));
      Files.move(left, left.resolveSibling("../cleared-" + left.getFileName()));
    }
    List<SheetNumber> missing = new ArrayList<>();
    int counted = 0;
    for (int sheet = 1; sheet <= Town.SHEETS; sheet++) {
      SheetNumber number = Town.number(medium, sheet);
      Path paper = mechanics.tray(medium).resolve(number.text() + ".pdf");
      boolean expected =
          terminal
              .journal()
              .read(store -> StockLedger.placeOf(number, store))
              .filter(SheetPlace.IN_TRAY::equals)
              .isPresent();
      if (Files.exists(paper) && expected) {
        counted++;
      } else if (Files.exists(paper)) {
        Files.delete(paper);
        bin(number.text());
      } else if (expected) {
        missing.add(number);
      }
    }
    StaffAnswer answer = terminal.stock().counted(medium, counted, missing, Terminal.staff());
    if (!(answer instanceof StaffAnswer.Recorded)) {
      throw new IllegalStateException("not counted: " + answer);
    }
  }

  private void bin(String number) throws IOException {
    Path place =
        Files.createDirectories(
            town.mechanics().directory().resolve("retained").resolve("staff-" + number));
    Files.writeString(place.resolve("sheet-number"), number);
  }
}
