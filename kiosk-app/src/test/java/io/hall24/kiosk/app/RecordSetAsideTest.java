package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Profile;
import io.hall24.config.ProfileLoader;
import io.hall24.config.ProfileLoading;
import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.gateway.EnrolmentEvent.RecordSetAside;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.issuance.StockRoom;
import io.hall24.kiosk.journal.FileReading;
import io.hall24.kiosk.journal.JournalFile;
import io.hall24.kiosk.journal.JournalStatus;
import io.hall24.kiosk.journal.SetAside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start on a database that cannot be this terminal's record. */
class RecordSetAsideTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final String PASSPHRASE = "a passphrase of this test";
  @TempDir Path data;
  private String first;

  @BeforeEach
  void recordSomething() throws Exception {
    try (TerminalRecord record = open("demo")) {
      RecordedTerminal.record(record.journal());
      first = record.journal().head().journalId();
      assertEquals(Optional.empty(), record.replaced());
    }
  }

  private TerminalRecord open(String terminal) throws Exception {
    var setup = new TerminalSetup(profile(terminal), data, () -> PASSPHRASE.toCharArray(), CLOCK);
    return TerminalRecord.open(setup, new RegistryTime(Instant.EPOCH, CLOCK));
  }

  private Profile profile(String terminal) throws IOException {
    String name = "profiles/demo.yaml";
    String yaml;
    try (var in = Objects.requireNonNull(ProfileLoader.class.getResourceAsStream(name))) {
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var variables =
        Map.of(
            "REGISTRY_URL", "http://127.0.0.1:1",
            "REGISTRY_TRUST_ANCHOR", "a.jwk",
            "DATA", "/data",
            "WORLD", "/world",
            "PRINTER_COMMAND", "/mechanics.sh",
            "PRINTER_URI", "ipp://127.0.0.1:1/ipp/print");
    String named = yaml.replaceFirst("(?m)^  id: .*$", "  id: " + terminal);
    var loading = new ProfileLoader(variables).parse(name, named, data);
    return assertInstanceOf(ProfileLoading.Loaded.class, loading, loading::toString).profile();
  }

  private byte[] flipAByte() throws Exception {
    Path flipped = RecordedTerminal.withOneByteFlipped(data, "hash", 3);
    Path database = data.resolve("journal.db");
    byte[] damaged = Files.readAllBytes(flipped);
    Files.write(database, damaged);
    Files.delete(flipped);
    return damaged;
  }

  @Test
  void aDamagedRecordIsKeptWholeAndANewOneTellsOfIt() throws Exception {
    byte[] damaged = flipAByte();
    try (TerminalRecord record = open("demo")) {
      RecordSetAside told = record.replaced().orElseThrow();
      assertEquals(SetAside.Reason.DAMAGED, told.reason());
      assertEquals(Optional.of(first), told.journalId());
      assertTrue(told.detail().startsWith("event 3"), told::detail);
      assertTrue(told.keptAs().endsWith("Z-damaged"), told::keptAs);
      assertArrayEquals(
          damaged, Files.readAllBytes(data.resolve(told.keptAs()).resolve("journal.db")));
      assertNotEquals(first, record.journal().head().journalId());
      assertEquals(1, record.journal().head().sequence());
      assertEquals(
          Optional.empty(), new StockRoom(record.journal()).count(Medium.A3).next(), "no stock");
    }
    try (TerminalRecord again = open("demo")) {
      assertTrue(again.replaced().isPresent(), "told on every start");
      assertEquals(1, keptRecords().size());
    }
  }

  @Test
  void anotherTerminalsRecordIsKeptAndCanBePutBack() throws Exception {
    try (TerminalRecord stranger = open("stranger")) {
      assertEquals(SetAside.Reason.FOREIGN, stranger.replaced().orElseThrow().reason());
    }
    Path kept = keptRecords().getFirst();
    var status = new JournalFile(JournalSource.place(data), kept.resolve("journal.db")).status();
    assertEquals(
        first,
        assertInstanceOf(FileReading.Read.class, status).value() instanceof JournalStatus read
            ? read.head().journalId()
            : "");
    Files.delete(data.resolve("journal.db"));
    Files.move(kept.resolve("journal.db"), data.resolve("journal.db"));
    try (TerminalRecord record = open("demo")) {
      assertEquals(first, record.journal().head().journalId());
    }
  }

  @Test
  void whatTheLogAloneWouldTellIsKeptToo() throws Exception {
    Files.move(data.resolve("journal.db"), data.resolve("journal.db-wal"));
    try (TerminalRecord record = open("demo")) {
      assertTrue(record.replaced().isPresent());
      assertTrue(Files.exists(keptRecords().getFirst().resolve("journal.db-wal")));
    }
  }

  @Test
  void aNewerVersionsRecordIsNeitherOpenedNorSetAside() throws Exception {
    try (var raw = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
        var statement = raw.createStatement()) {
      statement.execute("INSERT INTO schema_version(version, applied_at) VALUES (99, 0)");
    }
    CannotOpen refused = assertThrows(CannotOpen.class, () -> open("demo").close());
    assertTrue(String.valueOf(refused.getMessage()).contains("newer"), refused::getMessage);
    assertEquals(List.of(), keptRecords());
  }

  private List<Path> keptRecords() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("journal-set-aside-"))
          .toList();
    }
  }
}
