package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path data;

  @Test
  void verifiesAnIntactJournalInPlaceAndAsAFile() throws Exception {
    RecordedTerminal.record(data);
    CommandRun place = CommandRun.of("journal", "verify", "--data", data);
    assertTrue(place.ended(ExitCode.SUCCESS), place.toString());
    assertTrue(place.out().startsWith("intact: 3 entries of terminal-7"), place.out());
    CommandRun file = CommandRun.of("journal", "verify", data.resolve("journal.db"), "--json");
    JsonNode facts = JSON.readTree(file.out());
    assertEquals(3, facts.get("entries").asInt());
    assertEquals(3, facts.get("unreadable").asInt());
  }

  @Test
  void opensEveryContentWithThePassphrase() throws Exception {
    RecordedTerminal.record(data);
    CommandRun run =
        CommandRun.of(
            "journal",
            "verify",
            "--json",
            "--data",
            data,
            "--passphrase-file",
            data.resolve("passphrase"));
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertEquals(0, JSON.readTree(run.out()).get("unreadable").asInt());
  }

  @Test
  void opensARecordOfTheNationalSuiteWithoutBeingTold() throws Exception {
    try (Journal journal = RecordedTerminal.open(data, CryptoSuite.national())) {
      RecordedTerminal.record(journal);
    }
    CommandRun run =
        CommandRun.of(
            "journal", "verify", "--data", data, "--passphrase-file", data.resolve("passphrase"));
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertTrue(run.out().startsWith("intact: 3 entries"), run.out());
  }

  @Test
  void oneChangedByteNamesTheEntry() throws Exception {
    RecordedTerminal.record(data);
    CommandRun run =
        CommandRun.of(
            "journal", "verify", RecordedTerminal.withOneByteFlipped(data, "commitment", 2));
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertTrue(run.out().startsWith("broken at entry 2: "), run.out());
  }

  @Test
  void onlyTheKeysShowThatSealedContentWasChanged() throws Exception {
    RecordedTerminal.record(data);
    Path copy = RecordedTerminal.withOneByteFlipped(data, "sealed", 2);
    CommandRun without = CommandRun.of("journal", "verify", copy);
    assertTrue(without.ended(ExitCode.SUCCESS), without.toString());
    assertTrue(without.out().contains("content of 3 not readable"), without.out());
    CommandRun with =
        CommandRun.of(
            "journal",
            "verify",
            copy,
            "--data",
            data,
            "--passphrase-file",
            data.resolve("passphrase"));
    assertTrue(with.ended(ExitCode.NEGATIVE), with.toString());
    assertTrue(with.out().startsWith("broken at entry 2: content"), with.out());
  }

  @Test
  void looksAtAJournalThatIsInUse() throws Exception {
    try (Journal journal = RecordedTerminal.open(data)) {
      RecordedTerminal.record(journal);
      CommandRun status = CommandRun.of("journal", "status", "--data", data, "--json");
      assertTrue(status.ended(ExitCode.SUCCESS), status.toString());
      assertEquals(3, JSON.readTree(status.out()).get("unsent").asInt());
      CommandRun tail = CommandRun.of("journal", "tail", "--data", data, "-n", "1");
      assertEquals(1, tail.out().lines().count());
      assertTrue(tail.out().strip().endsWith("issuance.requested"), tail.out());
    }
  }

  @Test
  void exportsForItsOwnerOnly() throws Exception {
    RecordedTerminal.record(data);
    Path out = data.resolve("export.jsonl");
    CommandRun run = CommandRun.of("journal", "export", "--data", data, "--out", out);
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
    assertFalse(Files.readString(out).contains("order-1"));
    CommandRun open =
        CommandRun.of(
            "journal",
            "export",
            "--data",
            data,
            "--out",
            out,
            "--passphrase-file",
            data.resolve("passphrase"));
    assertTrue(open.ended(ExitCode.SUCCESS), open.toString());
    assertFalse(Files.exists(data.resolve("export.jsonl.part")));
  }

  @Test
  void whatIsNoJournalIsWrongInput() throws Exception {
    Path text = Files.writeString(data.resolve("text"), "not a database at all, ".repeat(50));
    for (String command : new String[] {"verify", "status", "tail"}) {
      CommandRun missing = CommandRun.of("journal", command, data.resolve("none.db"));
      assertTrue(missing.ended(ExitCode.USAGE) && missing.err().contains("none.db"), command);
      assertTrue(CommandRun.of("journal", command, text).ended(ExitCode.USAGE), command);
      assertTrue(CommandRun.of("journal", command).ended(ExitCode.USAGE), command);
    }
    assertTrue(CommandRun.of("journal").ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("journal", "export", text).ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("journal", "tail", text, "-n", "0").ended(ExitCode.USAGE));
  }

  @Test
  void aPassphraseThatOpensNothingIsWrongInput() throws Exception {
    RecordedTerminal.record(data);
    Path wrong = Files.writeString(data.resolve("wrong"), "another");
    CommandRun run = CommandRun.of("journal", "verify", "--data", data, "--passphrase-file", wrong);
    assertTrue(run.ended(ExitCode.USAGE), run.toString());
    assertTrue(run.err().contains("the passphrase does not open"), run.err());
    assertTrue(
        CommandRun.of("journal", "verify", data.resolve("journal.db"), "--passphrase-file", wrong)
            .ended(ExitCode.USAGE));
  }
}
