package io.hall24.kiosk.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.crypto.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * The open format of an exported journal: JSON lines (UTF-8, one object a line, each with a field
 * {@code kind}), which {@code docs/journal-format.md} describes. First one {@code journal}, then
 * every {@code checkpoint} and {@code rejection}, then every {@code entry} in order.
 */
final class JournalExport {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Writer out;

  JournalExport(Writer out) {
    this.out = out;
  }

  void begin(JournalStatus status, String suite, List<Checkpoint> checkpoints) {
    ObjectNode journal = line("journal");
    journal.put("format", "hall24-journal-export").put("formatVersion", 1);
    journal.put("suite", suite);
    journal.put("terminalId", status.terminalId());
    journal.put("journalId", status.head().journalId());
    journal.put("sequence", status.head().sequence()).put("hash", status.head().hash());
    write(journal);
    checkpoints.forEach(this::checkpoint);
  }

  private void checkpoint(Checkpoint checkpoint) {
    write(
        line("checkpoint")
            .put("sequence", checkpoint.sequence())
            .put("hash", checkpoint.hash().hex())
            .put("signed", checkpoint.signed().compact()));
  }

  void rejection(Rejection rejection) {
    write(
        line("rejection")
            .put("sequence", rejection.sequence())
            .put("code", rejection.code())
            .put("signed", rejection.signed().compact()));
  }

  void entry(Entry entry) {
    EntryHeader header = entry.header();
    ObjectNode line =
        line("entry")
            .put("sequence", header.sequence())
            .put("previousHash", header.previousHash().hex())
            .put("type", header.type())
            .put("version", header.version())
            .put("retention", header.retentionName())
            .put("keyPeriod", header.keyPeriod())
            .put("recordedAt", header.recordedAt().toEpochMilli());
    header.verifiedAt().ifPresent(at -> line.put("verifiedAt", at.toEpochMilli()));
    entry.content().ifPresent(content -> content(line, content.salt(), content.payload()));
    write(line.put("commitment", entry.commitment().hex()).put("hash", entry.hash().hex()));
  }

  private static void content(ObjectNode line, Bytes salt, Bytes payload) {
    line.put("salt", salt.base64()).put("payload", payload.base64());
  }

  private static ObjectNode line(String kind) {
    return JSON.createObjectNode().put("kind", kind);
  }

  private void write(ObjectNode line) {
    try {
      out.write(line + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
