package io.hall24.kiosk.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How the journal stands.
 *
 * @param acknowledged sequence up to which the registry has signed; 0 for none
 * @param oldestUnsent when the first entry behind that was recorded, by the wall clock
 * @param rejected how many events the registry has rejected
 * @param bytes size of the database and its write-ahead log
 */
public record JournalStatus(
    String terminalId,
    ChainHead head,
    long acknowledged,
    Optional<Instant> oldestUnsent,
    long rejected,
    Optional<Fork> fork,
    long bytes) {
  /** How many entries the registry has not signed for. */
  public long unsent() {
    return Math.max(0, head.sequence() - acknowledged);
  }

  static JournalStatus of(Sql sql, JournalIdentity identity, Path file) {
    long acknowledged = EventTable.acknowledged(sql);
    return new JournalStatus(
        identity.terminalId(),
        EventTable.head(sql, identity),
        acknowledged,
        EventTable.recordedAtAfter(sql, acknowledged),
        EventTable.rejections(sql).size(),
        EventTable.fork(sql),
        size(file) + size(file.resolveSibling(file.getFileName() + "-wal")));
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException unknown) {
      return 0;
    }
  }
}
