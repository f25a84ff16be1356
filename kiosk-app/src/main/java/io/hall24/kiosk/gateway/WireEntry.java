package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.journal.Entry;
import io.hall24.kiosk.journal.EntryHeader;

/** An entry in the contract's form ({@code JournalEntry}). */
final class WireEntry {
  private WireEntry() {}

  static ObjectNode of(Entry entry) {
    EntryHeader header = entry.header();
    ObjectNode wire =
        RegistryLink.MAPPER
            .createObjectNode()
            .put("suite", header.suite())
            .put("sequence", header.sequence())
            .put("previousHash", header.previousHash().hex())
            .put("type", header.type())
            .put("version", header.version())
            .put("retention", header.retentionName())
            .put("keyPeriod", header.keyPeriod())
            .put("recordedAt", header.recordedAt().toEpochMilli())
            .put("hash", entry.hash().hex());
    header.verifiedAt().ifPresent(at -> wire.put("verifiedAt", at.toEpochMilli()));
    entry
        .content()
        .ifPresentOrElse(
            content ->
                wire.put("salt", content.salt().base64())
                    .put("payload", content.payload().base64()),
            () -> wire.put("commitment", entry.commitment().hex()));
    return wire;
  }
}
