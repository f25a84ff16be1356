package io.hall24.kiosk.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.journal.RetentionClass;
import io.hall24.kiosk.ops.JournalReports.Finding;
import io.hall24.kiosk.ops.JournalReports.Form;
import io.hall24.kiosk.ops.JournalReports.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReportsTest {
  private static final CryptoSuite SUITE = CryptoSuite.international();
  @TempDir Path directory;
  private JournalPlace place;
  private JournalReports reports;

  /** Something that happened. */
  record Started(String secret) implements Event {}

  @BeforeEach
  void recordThreeEvents() {
    place =
        new JournalPlace(
            directory, Path.of(System.getProperty("java.io.tmpdir"), "hall24-test-native"));
    reports = new JournalReports(place);
    VaultOpening.Opened vault =
        assertInstanceOf(
            VaultOpening.Opened.class,
            KeyVault.create(directory.resolve("keys"), "x".toCharArray(), SUITE));
    OpenResult.Opened opened =
        assertInstanceOf(
            OpenResult.Opened.class,
            Journal.open(
                place,
                SUITE,
                vault.vault(),
                "terminal-7",
                List.of(
                    new JsonEventCodec<>(Started.class, "test.started", RetentionClass.OPERATION)),
                List.of(),
                HallClock.system()));
    try (Journal journal = opened.journal()) {
      for (int i = 0; i < 3; i++) {
        assertInstanceOf(AppendResult.Durable.class, journal.append(new Started("hidden")));
      }
    }
  }

  private static JsonNode json(Report report) throws Exception {
    return new ObjectMapper().readTree(report.text());
  }

  @Test
  void anIntactJournalIsSound() throws Exception {
    Report text = reports.verify(Optional.empty(), Optional.empty(), Form.TEXT);
    assertEquals(Finding.SOUND, text.finding());
    assertTrue(text.text().startsWith("intact: 3 entries of terminal-7, head "), text.text());
    JsonNode json = json(reports.verify(Optional.empty(), Optional.empty(), Form.JSON));
    assertTrue(json.get("intact").asBoolean());
    assertEquals(3, json.get("entries").asInt());
  }

  @Test
  void aBrokenJournalIsNegativeAndNamesTheEntry() throws Exception {
    Path copy = directory.resolve("copy.db");
    Files.copy(place.database(), copy, StandardCopyOption.REPLACE_EXISTING);
    try (var raw = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = raw.createStatement()) {
      statement.execute("DROP TRIGGER event_is_never_changed");
      statement.execute("UPDATE event SET recorded_at = recorded_at + 1 WHERE sequence = 2");
    }
    Report text = reports.verify(Optional.of(copy), Optional.empty(), Form.TEXT);
    assertEquals(Finding.UNSOUND, text.finding());
    assertTrue(text.text().startsWith("broken at entry 2: "), text.text());
    JsonNode json = json(reports.verify(Optional.of(copy), Optional.empty(), Form.JSON));
    assertEquals(2, json.get("brokenAt").asInt());
  }

  @Test
  void statusTellsWhatIsUnsent() throws Exception {
    JsonNode json = json(reports.status(Optional.empty(), Form.JSON));
    assertEquals(3, json.get("unsent").asInt());
    assertTrue(json.has("oldestUnsent"));
    assertTrue(reports.status(Optional.empty(), Form.TEXT).text().contains("acknowledged  0"));
  }

  @Test
  void tailShowsWhatHappenedAndNothingSecret() {
    Report tail = reports.tail(Optional.empty(), 2, Form.TEXT);
    assertEquals(2, tail.text().lines().count());
    assertTrue(tail.text().lines().allMatch(line -> line.endsWith("test.started")));
    assertFalse(tail.text().contains("hidden"));
  }

  @Test
  void anExportIsWholeOrIsNotThere() throws Exception {
    Path out = directory.resolve("out.jsonl");
    assertEquals(
        Finding.SOUND,
        reports.export(Optional.empty(), Optional.empty(), out, Form.TEXT).finding());
    assertEquals(4, Files.readAllLines(out).size());
    Path none = directory.resolve("none.jsonl");
    Path missing = directory.resolve("missing.db");
    assertEquals(
        Finding.NO_JOURNAL,
        reports.export(Optional.of(missing), Optional.empty(), none, Form.TEXT).finding());
    try (var files = Files.list(directory)) {
      assertTrue(files.noneMatch(file -> String.valueOf(file.getFileName()).startsWith("none")));
    }
  }

  @Test
  void aMissingFileIsNoJournal() throws Exception {
    Optional<Path> missing = Optional.of(directory.resolve("missing.db"));
    assertEquals(
        Finding.NO_JOURNAL, reports.verify(missing, Optional.empty(), Form.TEXT).finding());
    assertEquals(Finding.NO_JOURNAL, reports.status(missing, Form.TEXT).finding());
    assertTrue(json(reports.tail(missing, 5, Form.JSON)).has("why"));
  }
}
