package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.licence.PrintRoom;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What needs no printer; {@code OfficeCommandsE2eTest} has one. */
@Timeout(60)
class PrintCommandTest {
  @TempDir Path folder;
  private Path paper = Path.of("");

  @BeforeEach
  void writePaper() throws IOException {
    paper = folder.resolve("paper.pdf");
    PrintRoom.overprint("cha").write(paper);
  }

  private CommandRun print(Object file, String printer, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("print", file, "--printer", printer, "--name", "x"));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  @Test
  void refusesThePrinterThatAProfileUsesForStockUnderAnyOfItsNames() throws Exception {
    SimulatedHall hall = SimulatedHall.build(folder);
    List<Object> more =
        new ArrayList<>(List.of("--profile", SimulatedHall.shipped("demo", folder)));
    more.addAll(hall.variables("ipp://localhost:8631/ipp/print"));
    for (String name :
        List.of(
            "ipp://localhost:8631/ipp/print",
            "ipps://LOCALHOST:8631/",
            "ipp://127.0.0.1:8631/ipp/print/tray-2")) {
      CommandRun run = print(paper, name, more.toArray());
      assertTrue(run.exit() == ExitCode.NEGATIVE.number(), run.toString());
      assertTrue(run.err().contains("uses " + name + " for stock"), run.err());
    }
  }

  @Test
  void aPrinterThatIsNotThereIsUnavailable() throws Exception {
    int nobody;
    try (ServerSocket probe = new ServerSocket(0)) {
      nobody = probe.getLocalPort();
    }
    CommandRun run = print(paper, "ipp://localhost:" + nobody + "/ipp/print");
    assertTrue(run.ended(ExitCode.UNAVAILABLE), run.toString());
    assertTrue(run.err().contains("not printed"), run.err());
  }

  @Test
  void wrongFilesAndPrintersAreToldOnStderr() throws Exception {
    String printer = "ipp://localhost:9/ipp/print";
    CommandRun missing = print(folder.resolve("none.pdf"), printer);
    assertTrue(missing.ended(ExitCode.USAGE) && missing.err().contains("none.pdf"), missing.err());
    Path text = Files.writeString(folder.resolve("text.pdf"), "no PDF");
    assertTrue(print(text, printer).ended(ExitCode.USAGE));
    assertTrue(print(paper, "http://localhost/").ended(ExitCode.USAGE));
    assertTrue(print(paper, printer, "--wait", "0").ended(ExitCode.USAGE));
    assertTrue(print(paper, printer, "--profile", folder.resolve("none")).ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("print", paper).ended(ExitCode.USAGE));
  }
}
