package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.kiosk.crypto.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
      byte[] commitment = sha256(content.salt().toArray(), content.payload().toArray());
      byte[] header = header(entry.header(), previous, registryTime.orElseThrow());
      String hash = HexFormat.of().formatHex(sha256(header, commitment));
      assertEquals(hash, entry.hash().hex());
      previous = hash;
    }
  }

  private static byte[] header(EntryHeader header, String previous, Instant verifiedAt) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'H', '2', '4', 'J', 1});
    field(out, header.suite().getBytes(StandardCharsets.UTF_8));
    field(out, JournalWorkshop.TERMINAL.getBytes(StandardCharsets.UTF_8));
    field(out, HexFormat.of().parseHex(header.journalId()));
    field(out, integer(header.sequence(), 8));
    field(out, HexFormat.of().parseHex(previous));
    field(out, header.type().getBytes(StandardCharsets.UTF_8));
    field(out, integer(header.version(), 4));
    field(out, header.retentionName().getBytes(StandardCharsets.UTF_8));
    field(out, integer(header.keyPeriod(), 8));
    field(out, integer(header.recordedAt().toEpochMilli(), 8));
    field(out, integer(verifiedAt.toEpochMilli(), 8));
    return out.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, byte[] value) {
    out.writeBytes(integer(value.length, 4));
    out.writeBytes(value);
  }

  private static byte[] integer(long value, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (value >> (8 * (size - 1 - i)));
    }
    return bytes;
  }

  private static byte[] sha256(byte[] first, byte[] second) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(first);
    return digest.digest(second);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
