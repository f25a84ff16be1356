package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.journal.Journal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stock status} and {@code issuance list}. */
class LedgerCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path data;

  @Test
  void tellsWhereTheSheetsOfEachTrayAre() throws Exception {
    RecordedTerminal.record(data);
    CommandRun run = CommandRun.of("stock", "status", "--data", data);
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertEquals(
        List.of(
            "A3  loaded 10, in-tray 10; next ZA000001; open",
            "A4  loaded 5, in-tray 5; next FA000001; open"),
        run.out().lines().toList());
  }

  @Test
  void aTrayThatTwoPersonsMustCountIsANegativeAnswer() throws Exception {
    try (Journal journal = RecordedTerminal.open(data)) {
      RecordedTerminal.record(journal);
      RecordedTerminal.miscount(journal);
      CommandRun run = CommandRun.of("stock", "status", "--data", data, "--json");
      assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
      List<String> trays = run.out().lines().toList();
      assertTrue(JSON.readTree(trays.get(0)).get("open").asBoolean());
      JsonNode closed = JSON.readTree(trays.get(1));
      assertFalse(closed.get("open").asBoolean());
      assertEquals("counted 4 of 5", closed.get("closed").asText());
      assertTrue(closed.get("balanced").asBoolean());
    }
  }

  @Test
  void listsWhatIsNotSettled() throws Exception {
    RecordedTerminal.record(data);
    CommandRun run = CommandRun.of("issuance", "list", "--data", data);
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertEquals("issuance-1  requested       order order-1  original", run.out().strip());
    JsonNode facts =
        JSON.readTree(CommandRun.of("issuance", "list", "--data", data, "--json").out());
    assertEquals("requested", facts.get("state").asText());
    assertEquals(3, facts.get("since").asInt());
  }

  @Test
  void anIssuanceWhoseSheetNobodyKnowsIsANegativeAnswer() throws Exception {
    RecordedTerminal.record(data);
    change("UPDATE issuance_open SET state = 'UNKNOWN'");
    CommandRun run = CommandRun.of("issuance", "list", "--data", data);
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertTrue(run.out().contains("unknown"), run.out());
  }

  @Test
  void tablesThatAreBehindTheEventsAreNotBelieved() throws Exception {
    RecordedTerminal.record(data);
    change("UPDATE projection SET sequence = 2");
    for (List<String> command : List.of(List.of("stock", "status"), List.of("issuance", "list"))) {
      CommandRun run = CommandRun.of(command.get(0), command.get(1), "--data", data);
      assertTrue(run.ended(ExitCode.USAGE), run.toString());
      assertTrue(run.err().contains("start the terminal once"), run.err());
    }
  }

  @Test
  void aDirectoryWithoutAJournalIsWrongInput() {
    CommandRun stock = CommandRun.of("stock", "status", "--data", data);
    assertTrue(stock.ended(ExitCode.USAGE) && stock.err().contains("no such file"), stock.err());
    assertTrue(CommandRun.of("issuance", "list", "--data", data).ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("stock", "status").ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("stock").ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("issuance").ended(ExitCode.USAGE));
  }

  private void change(String statement) throws Exception {
    try (var raw = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
        var change = raw.createStatement()) {
      change.execute(statement);
    }
  }
}
