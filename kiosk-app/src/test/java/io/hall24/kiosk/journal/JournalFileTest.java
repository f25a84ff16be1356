package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.KeyVault;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be told of a journal by its file alone. */
class JournalFileTest {
  @TempDir Path directory;
  private JournalWorkshop workshop;
  private KeyVault vault;

  @BeforeEach
  void writeAJournalWithAShreddedWish() {
    workshop = new JournalWorkshop(directory);
    vault = workshop.vault();
    try (Journal journal = workshop.open(vault)) {
      durable(journal.append(new Note.Wish("shredded wish")));
      Recorded<Note.Sheet> sheet = durable(journal.append(new Note.Sheet("sheet")));
      durable(journal.append(new Note.Operation("operation")));
      journal.shred(RetentionClass.VISIT, 1);
      durable(journal.recordCheckpoint(new Checkpoint(2, sheet.hash(), new Jws("che.ck.point"))));
      durable(journal.recordRejection(new Rejection(1, "NOT_ACCEPTED", new Jws("re.ject.ion"))));
    }
  }

  private JournalFile file() {
    return new JournalFile(workshop.place(), workshop.place().database());
  }

  private static <T> T read(FileReading<T> reading) {
    return reading instanceof FileReading.Read<T>(T value) ? value : fail("not read: " + reading);
  }

  private List<JsonNode> export(Optional<KeyVault> keys) throws Exception {
    StringWriter out = new StringWriter();
    assertEquals(3, read(file().export(out, keys)));
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(new ObjectMapper().readTree(line));
      }
    }
    return lines;
  }

  @Test
  void anExportVerifiesWithNothingButSha256() throws Exception {
    List<JsonNode> lines = export(Optional.of(vault));
    assertEquals(
        List.of("journal", "checkpoint", "rejection", "entry", "entry", "entry"),
        lines.stream().map(line -> line.get("kind").asText()).toList());
    JsonNode journal = lines.getFirst();
    PlainChain chain =
        new PlainChain(journal.get("terminalId").asText(), journal.get("journalId").asText());
    String previous = "00".repeat(32);
    for (JsonNode entry : lines.subList(3, 6)) {
      byte[] commitment = HexFormat.of().parseHex(entry.get("commitment").asText());
      if (entry.has("payload")) {
        assertEquals(
            entry.get("commitment").asText(),
            HexFormat.of()
                .formatHex(
                    PlainChain.sha256(
                        entry.get("salt").binaryValue(), entry.get("payload").binaryValue())));
      }
      assertEquals(previous, entry.get("previousHash").asText());
      previous =
          chain.hash(
              entry.get("sequence").asLong(),
              previous,
              entry.get("type").asText(),
              entry.get("version").asInt(),
              entry.get("retention").asText(),
              entry.get("keyPeriod").asLong(),
              entry.get("recordedAt").asLong(),
              Optional.ofNullable(entry.get("verifiedAt")).map(JsonNode::asLong),
              commitment);
      assertEquals(previous, entry.get("hash").asText());
    }
    assertEquals(previous, journal.get("hash").asText());
  }

  @Test
  void anExportHoldsOnlyContentWhoseKeyIsThere() throws Exception {
    List<JsonNode> withKeys = export(Optional.of(vault));
    assertFalse(withKeys.get(3).has("payload"));
    assertEquals("sheet", Bytes.of(withKeys.get(4).get("payload").binaryValue()).text());
    assertTrue(export(Optional.empty()).stream().noneMatch(line -> line.has("payload")));
  }

  @Test
  void statusAndTailNeedNoKeysAndNoLock() {
    try (Journal owner = workshop.open(vault)) {
      durable(owner.append(new Note.Sheet("while in use")));
      JournalStatus status = read(file().status());
      assertEquals(owner.status(), status);
      assertEquals(4, status.head().sequence());
      assertEquals(2, status.acknowledged());
      assertEquals(2, status.unsent());
      assertEquals(1, status.rejected());
      assertEquals(
          List.of("note.operation", "note.sheet"),
          read(file().tail(2)).stream().map(EntryHeader::type).toList());
    }
  }

  @Test
  void aCopyAloneIsVerifiedWithoutTouchingItsDirectory(@TempDir Path elsewhere) throws Exception {
    Path copy = elsewhere.resolve("copy of journal.db");
    Files.copy(workshop.place().database(), copy);
    VerifyReport.Intact report =
        assertInstanceOf(
            VerifyReport.Intact.class,
            new JournalVerifier(workshop.place()).verify(copy, Optional.empty()));
    assertEquals(3, report.unreadable());
    try (var files = Files.list(elsewhere)) {
      assertEquals(List.of(copy), files.toList());
    }
  }

  @Test
  void whatIsNoJournalIsSaidToBeNone(@TempDir Path elsewhere) throws Exception {
    Path text = Files.writeString(elsewhere.resolve("text.db"), "no database ".repeat(1000));
    Path missing = elsewhere.resolve("missing.db");
    for (Path file : List.of(text, missing)) {
      assertInstanceOf(
          FileReading.Unreadable.class, new JournalFile(workshop.place(), file).status());
      assertInstanceOf(
          VerifyReport.NotAJournal.class,
          new JournalVerifier(workshop.place()).verify(file, Optional.empty()));
    }
    assertFalse(Files.exists(missing));
  }
}
