package io.hall24.kiosk.demo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.journal.EntryHeader;
import io.hall24.kiosk.journal.RetentionClass;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two implementations of one written rule: the terminal's journal and the judge. */
class ChainRulesTest {
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final List<RetentionClass> RETENTIONS = List.of(RetentionClass.values());

  @Test
  void theJudgeAndTheJournalHashEveryEntryAlike() {
    Random random = new Random(20261122);
    for (int i = 0; i < 2_000; i++) {
      EntryHeader header = header(random);
      Bytes salt = bytes(random, 32);
      Bytes payload = bytes(random, random.nextInt(400));
      boolean shredded = random.nextInt(5) == 0;
      Bytes commitment = SUITE.digest(salt, payload);
      ObjectNode entry = wire(header);
      if (shredded) {
        entry.put("commitment", commitment.hex());
      } else {
        entry.put("salt", salt.base64()).put("payload", payload.base64());
      }
      assertEquals(
          SUITE.digest(header.canonical(), commitment).hex(),
          ChainRules.hash(header.terminalId(), header.journalId(), entry),
          () -> header.toString());
    }
  }

  private static EntryHeader header(Random random) {
    return new EntryHeader(
        SUITE.name(),
        text(random),
        bytes(random, 16).hex(),
        random.nextLong(1, Long.MAX_VALUE),
        bytes(random, 32),
        text(random),
        random.nextInt(1, Integer.MAX_VALUE),
        RETENTIONS.get(random.nextInt(RETENTIONS.size())),
        random.nextLong(1, Long.MAX_VALUE),
        Instant.ofEpochMilli(random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L)),
        random.nextBoolean()
            ? Optional.of(Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)))
            : Optional.empty());
  }

  private static ObjectNode wire(EntryHeader header) {
    ObjectNode entry =
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("suite", header.suite())
            .put("sequence", header.sequence())
            .put("previousHash", header.previousHash().hex())
            .put("type", header.type())
            .put("version", header.version())
            .put("retention", header.retention().name().toLowerCase(Locale.ROOT))
            .put("keyPeriod", header.keyPeriod())
            .put("recordedAt", header.recordedAt().toEpochMilli());
    header.verifiedAt().ifPresent(at -> entry.put("verifiedAt", at.toEpochMilli()));
    return entry;
  }

  /** Texts of every script, astral ones included. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(20);
    while (text.codePointCount(0, text.length()) < length) {
      int point = random.nextInt(1, 0x20000);
      if (point < 0xD800 || point > 0xDFFF) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }

  private static Bytes bytes(Random random, int size) {
    byte[] drawn = new byte[size];
    random.nextBytes(drawn);
    return Bytes.of(drawn);
  }
}
