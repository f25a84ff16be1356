package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.device.Attempt;
import io.hall24.device.Medium;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.counterpart.SmartCardDaemon;
import io.hall24.kiosk.demo.counterpart.VirtualPassport;
import io.hall24.kiosk.demo.counterpart.VirtualPrinter;
import io.hall24.kiosk.licence.PrintRoom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that open devices, against pcscd with a virtual passport and ippeveprinter. */
@Tag("e2e")
@Timeout(90)
class OfficeCommandsE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  @TempDir Path folder;

  @Test
  void readsAPassportOnATerminalThatIsNamed() throws Exception {
    SimulatedHall hall = SimulatedHall.build(folder);
    try (SmartCardDaemon daemon = SmartCardDaemon.start(folder.resolve("pcscd.log"), CLOCK);
        VirtualPassport passport =
            VirtualPassport.lay(hall.document(), folder.resolve("passport.log"), CLOCK)) {
      assertTrue(Files.exists(daemon.log()) && passport.isThere());
      CommandRun run =
          CommandRun.of(
              "read-document",
              "--json",
              "--terminal",
              ".*Virtual PCD 00 00.*",
              "--trust",
              hall.trust(),
              "--can",
              SimulatedHall.HOLDER.cardAccessNumber());
      assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
      JsonNode facts = new ObjectMapper().readTree(run.out());
      assertEquals("LIN HAIJIE", facts.get("name").asText());
      assertEquals("PACE-CAN", facts.get("protocol").asText());
      assertEquals("PASSIVELY_AUTHENTICATED", facts.get("authenticity").asText());
    }
  }

  @Test
  void aReaderWithoutADaemonIsUnavailable() throws Exception {
    SimulatedHall hall = SimulatedHall.build(folder);
    CommandRun run =
        CommandRun.of(
            "read-document", "--terminal", ".*", "--trust", hall.trust(), "--can", "123456");
    assertTrue(run.ended(ExitCode.UNAVAILABLE), run.toString());
    assertTrue(run.err().contains("the reader does not work"), run.err());
  }

  @Test
  void printsPlainPaperAndTellsTheJob() throws Exception {
    Path home = folder.resolve("printer");
    Attempt<VirtualPrinter> started =
        VirtualPrinter.start(
            VirtualPrinter.freePort(), home, CLOCK, Patience.of(Duration.ofSeconds(20), CLOCK));
    try (VirtualPrinter printer = ((Attempt.Done<VirtualPrinter>) started).value()) {
      Mechanics mechanics = printer.mechanics();
      Path paper = folder.resolve("paper.pdf");
      PrintRoom.overprint("cha").write(paper);
      mechanics.load(Medium.A3, "blank-1", Files.readAllBytes(paper));
      CommandRun printed =
          CommandRun.of("print", paper, "--printer", printer.uri(), "--name", "notice", "--json");
      assertTrue(printed.ended(ExitCode.SUCCESS), printed.toString());
      assertTrue(new ObjectMapper().readTree(printed.out()).get("printed").asBoolean());
      assertEquals(1, mechanics.output().size());

      mechanics.load(Medium.A3, "blank-2", Files.readAllBytes(paper));
      mechanics.plant(Mechanics.Fault.JAM);
      CommandRun jammed =
          CommandRun.of("print", paper, "--printer", printer.uri(), "--name", "notice");
      assertTrue(jammed.ended(ExitCode.NEGATIVE), jammed.toString());
      assertTrue(jammed.out().startsWith("not printed: job "), jammed.out());
    }
  }
}
