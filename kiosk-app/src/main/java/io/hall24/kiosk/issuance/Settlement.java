package io.hall24.kiosk.issuance;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.gateway.JournalUpload;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Tells the registry of ended issuances, and closes those whose ending event it has signed for. A
 * rejected ending is not settled: it stays open until two persons compensate it ({@link
 * Compensations}).
 */
final class Settlement {
  private final DeskRecord record;
  private final JournalUpload upload;
  private final Duration patience;
  private final HallClock clock;

  Settlement(DeskRecord record, JournalUpload upload, Duration patience, HallClock clock) {
    this.record = record;
    this.upload = upload;
    this.patience = patience;
    this.clock = clock;
  }

  /** Sends what is unsent, if something has ended, and settles what is acknowledged. */
  void sendAndSettle() throws InterruptedException {
    if (ended().stream().anyMatch(open -> open.lastSequence() > record.journal().acknowledged())) {
      var _ = upload.bringUpTo(record.journal().head().sequence(), Patience.of(patience, clock));
    }
    settle();
  }

  /** Settles what the registry has signed for by now. */
  void settle() {
    long acknowledged = record.journal().acknowledged();
    Set<Long> rejected = record.rejected();
    for (OpenIssuance open : ended()) {
      if (open.lastSequence() <= acknowledged && !rejected.contains(open.lastSequence())) {
        record.write(new IssuanceEvent.Settled(open.ticket(), open.lastSequence()));
      }
    }
  }

  private List<OpenIssuance> ended() {
    return record.open().stream().filter(open -> open.state().ended()).toList();
  }
}
