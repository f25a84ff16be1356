package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.Medium;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock that bears an authority's seal before anything is printed on it. */
class SheetSealTest {
  @TempDir Path directory;

  private static void load(
      Terminal terminal, Medium medium, SheetRange sheets, Optional<String> sealOf) {
    assertEquals(
        new StaffAnswer.Recorded(),
        terminal.stock().load(medium, sheets, sealOf, Terminal.staff()));
  }

  @Test
  void aSheetWithTheSealOfAnotherAuthorityIsNotPrintedOn() throws Exception {
    try (Town town = Town.found(directory);
        Terminal terminal =
            Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), Moments.ignored())) {
      var first = new SheetRange(Town.number(Medium.A3, 1), Town.number(Medium.A3, 1));
      var rest = new SheetRange(Town.number(Medium.A3, 2), Town.number(Medium.A3, Town.SHEETS));
      String stranger = "别处市场监督管理局";
      load(terminal, Medium.A3, first, Optional.of(stranger));
      load(terminal, Medium.A3, rest, Optional.of(Town.order().face().authority()));
      load(terminal, Medium.A4, Town.firstLoad(Medium.A4), Optional.empty());
      terminal.desk().recover();

      assertEquals(
          List.of(new Obstacle.WrongSeal(Medium.A3, stranger)),
          terminal.desk().obstacles(Town.order()));
      assertEquals(
          new Outcome.Released(ReleaseReason.NOT_READY),
          terminal.desk().await(terminal.desk().begin(Town.order(), Town.ORIGINAL)));
      assertEquals(List.of(), town.printer().documents());
      terminal.sendEverything();
      terminal.desk().settle();
      terminal.sendEverything();
      assertEquals(List.of(), Judge.complaints(town, terminal));

      assertEquals(
          new StaffAnswer.Recorded(),
          terminal.stock().remove(Medium.A3, first, "not ours", Terminal.staff()));
      assertEquals(List.of(), terminal.desk().obstacles(Town.order()));
    }
  }
}
