package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.kiosk.crypto.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain as the documentation of the header tells it, computed here a second time. */
class ChainVectorTest {
  @TempDir Path directory;

  @Test
  void theCanonicalHeaderIsTheDocumentedBytes() {
    EntryHeader header =
        new EntryHeader(
            "international",
            "t-1",
            "000102030405060708090a0b0c0d0e0f",
            258,
            Bytes.zeros(32),
            "note.wish",
            3,
            RetentionClass.VISIT,
            7,
            Instant.ofEpochMilli(1_000),
            Optional.empty());
    assertEquals(
        "4832344a01"
            + ("0000000d" + hex("international"))
            + ("00000003" + hex("t-1"))
            + ("00000010" + "000102030405060708090a0b0c0d0e0f")
            + ("00000008" + "0000000000000102")
            + ("00000020" + "00".repeat(32))
            + ("00000009" + hex("note.wish"))
            + ("00000004" + "00000003")
            + ("00000005" + hex("visit"))
            + ("00000008" + "0000000000000007")
            + ("00000008" + "00000000000003e8")
            + "00000000",
        header.canonical().hex());
  }

  @Test
  void everyEntryOfAJournalVerifiesWithNothingButSha256() throws Exception {
    Optional<Instant> registryTime = Optional.of(Instant.parse("2026-11-22T05:06:07.089Z"));
    JournalWorkshop workshop = new JournalWorkshop(directory);
    List<Entry> entries;
    try (Journal journal = workshop.open(workshop.vault(), () -> registryTime)) {
      durable(journal.append(new Note.Wish("一")));
      durable(journal.append(new Note.Sheet("")));
      durable(journal.append(new Note.Operation("three")));
      entries = journal.after(0, 10);
    }
    String previous = "00".repeat(32);
    assertEquals(3, entries.size());
    for (Entry entry : entries) {
      EntryContent content = entry.content().orElseThrow();
      assertEquals(32, content.salt().size());
      byte[] commitment = PlainChain.sha256(content.salt().toArray(), content.payload().toArray());
      EntryHeader header = entry.header();
      String hash =
          new PlainChain(JournalWorkshop.TERMINAL, header.journalId())
              .hash(
                  header.sequence(),
                  previous,
                  header.type(),
                  header.version(),
                  header.retentionName(),
                  header.keyPeriod(),
                  header.recordedAt().toEpochMilli(),
                  registryTime.map(Instant::toEpochMilli),
                  commitment);
      assertEquals(hash, entry.hash().hex());
      previous = hash;
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
