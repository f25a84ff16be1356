package io.hall24.kiosk.ops.daybook;

import io.hall24.config.HallTime;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.StatementSigner;
import io.hall24.kiosk.gateway.JournalUpload;
import io.hall24.kiosk.gateway.Reconciliation;
import io.hall24.kiosk.gateway.Reconciliation.Found;
import io.hall24.kiosk.gateway.Reconciliation.Registered;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.ChainHead;
import io.hall24.kiosk.journal.Entry;
import io.hall24.kiosk.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a day's records, and closes days: the signed report is kept in {@code reports/}, and its
 * hash in the journal.
 */
public final class DayClosing {
  private static final Logger LOG = LoggerFactory.getLogger(DayClosing.class);
  private final Journal journal;
  private final StatementSigner signer;
  private final CryptoSuite suite;
  private final Optional<Counterpart> registry;
  private final Path reports;
  private final HallClock clock;

  /**
   * The registry's side.
   *
   * @param upload brings it up to date first, so that what is merely unsent is no difference
   */
  public record Counterpart(Reconciliation books, JournalUpload upload) {}

  /**
   * @param registry empty while no terminal runs: then days are reported without it
   * @param reports where signed reports are kept
   */
  public DayClosing(
      Journal journal,
      StatementSigner signer,
      CryptoSuite suite,
      Optional<Counterpart> registry,
      Path reports,
      HallClock clock) {
    this.journal = journal;
    this.signer = signer;
    this.suite = suite;
    this.registry = registry;
    this.reports = reports;
    this.clock = clock;
  }

  /** Compares; without an answer of the registry only what the terminal can tell by itself. */
  public DayReport compare(LocalDate day, Patience patience) throws InterruptedException {
    Optional<List<Registered>> theirs = theirSide(day, patience);
    Daybook daybook = Daybook.of(journal, day);
    ChainHead head = journal.head();
    return DayReport.of(
        day,
        daybook,
        theirs
            .map(registered -> DayComparison.of(daybook, registered))
            .orElseGet(() -> DayComparison.withoutRegistry(daybook)),
        theirs.isPresent(),
        new DayReport.Standing(
            journal.terminalId(),
            head.journalId(),
            head.sequence(),
            head.hash(),
            head.sequence() - journal.acknowledged(),
            clock.wallTime()));
  }

  private Optional<List<Registered>> theirSide(LocalDate day, Patience patience)
      throws InterruptedException {
    if (registry.isEmpty()) {
      return Optional.empty();
    }
    var _ = registry.get().upload().bringUpTo(journal.head().sequence(), patience);
    return switch (registry.get().books().day(day, patience)) {
      case Found.Known<List<Registered>>(var registered) -> Optional.of(registered);
      case Found.Unavailable<List<Registered>>(var detail) -> {
        LOG.warn("the registry's side of {} is not there: {}", day, detail);
        yield Optional.empty();
      }
    };
  }

  /** Signs a report. */
  public Jws signed(DayReport report) {
    return report.signed(signer);
  }

  /** Compares, keeps the signed report, and records that the day is closed. */
  public DayReport close(LocalDate day, Patience patience)
      throws InterruptedException, IOException {
    DayReport report = compare(day, patience);
    Bytes text = Bytes.utf8(signed(report).compact());
    keep(file(day), text);
    var closed =
        new DayEvent.Closed(
            day.toString(),
            report.reconciled(),
            report.discrepancies().stream()
                .map(difference -> difference.code() + " " + difference.subject())
                .toList(),
            suite.digest(text).hex());
    if (journal.append(closed) instanceof AppendResult.NotRecorded<?>(var reason, var detail)) {
      LOG.error("day {} is not recorded as closed: {} {}", day, reason, detail);
    }
    if (!report.discrepancies().isEmpty()) {
      LOG.error("day {}: the records differ: {}", day, closed.discrepancies());
    }
    return report;
  }

  /** Whether a day of this journal has not been closed. */
  public boolean isOpen(LocalDate day) {
    return !Files.exists(file(day))
        && journal.after(0, 1).stream().anyMatch(first -> hasBegun(first, day));
  }

  private static boolean hasBegun(Entry first, LocalDate day) {
    return !LocalDate.ofInstant(first.header().recordedAt(), HallTime.ZONE).isAfter(day);
  }

  private Path file(LocalDate day) {
    return reports.resolve("day-" + day + ".jws");
  }

  private static void keep(Path file, Bytes text) throws IOException {
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(fresh, text.text());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
