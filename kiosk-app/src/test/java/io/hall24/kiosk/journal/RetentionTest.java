package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.kiosk.crypto.Jws;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept for how long, by the registry's time. */
class RetentionTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  @TempDir Path directory;
  private final AtomicReference<Optional<Instant>> registryTime =
      new AtomicReference<>(Optional.of(NOON));

  private static List<RetentionClass> due(Journal journal, Duration later) {
    return Retention.due(journal.keyPeriods(), journal.acknowledged(), NOON.plus(later)).stream()
        .map(KeyPeriod::retention)
        .toList();
  }

  private Journal recorded() {
    var workshop = new JournalWorkshop(directory);
    Journal journal = workshop.open(workshop.vault(), registryTime::get);
    durable(journal.append(new Note.Wish("wish")));
    durable(journal.append(new Note.Operation("operation")));
    durable(journal.append(new Note.Sheet("sheet")));
    return journal;
  }

  private static void acknowledge(Journal journal) {
    Recorded<Note.Operation> last = durable(journal.append(new Note.Operation("last")));
    durable(
        journal.recordCheckpoint(new Checkpoint(last.sequence(), last.hash(), new Jws("a.b.c"))));
  }

  @Test
  void aWishGoesADayAfterTheRegistryHasIt() {
    try (Journal journal = recorded()) {
      acknowledge(journal);
      assertEquals(List.of(), due(journal, Duration.ofHours(23)));
      assertEquals(List.of(RetentionClass.VISIT), due(journal, Duration.ofDays(1)));
    }
  }

  @Test
  void aWishThatCouldNotBeSentGoesAfterThreeDays() {
    try (Journal journal = recorded()) {
      assertEquals(List.of(), due(journal, Duration.ofHours(71)));
      assertEquals(List.of(RetentionClass.VISIT), due(journal, Duration.ofDays(3)));
    }
  }

  @Test
  void operationGoesAfterHalfAYearOnceSentAndIssuancesStay() {
    try (Journal journal = recorded()) {
      assertEquals(List.of(RetentionClass.VISIT), due(journal, Duration.ofDays(4_000)));
      acknowledge(journal);
      assertEquals(List.of(RetentionClass.VISIT), due(journal, Duration.ofDays(179)));
      assertEquals(
          List.of(RetentionClass.VISIT, RetentionClass.OPERATION),
          due(journal, Duration.ofDays(4_000)));
    }
  }

  @Test
  void whatWasRecordedBeforeTheTimeWasKnownIsAsOldAsWhatCameNext() {
    registryTime.set(Optional.empty());
    try (Journal journal = recorded()) {
      assertEquals(List.of(), due(journal, Duration.ofDays(4_000)), "its age is not known");
      registryTime.set(Optional.of(NOON));
      acknowledge(journal);
      assertEquals(List.of(), due(journal, Duration.ofHours(23)));
      assertEquals(List.of(RetentionClass.VISIT), due(journal, Duration.ofDays(1)));
    }
  }

  @Test
  void whatIsDueIsShreddedOnceAndTheChainStays() {
    try (Journal journal = recorded()) {
      acknowledge(journal);
      for (KeyPeriod period :
          Retention.due(journal.keyPeriods(), journal.acknowledged(), NOON.plusSeconds(90_000))) {
        var _ = journal.shred(period.retention(), period.period());
      }
      assertEquals(List.of(), due(journal, Duration.ofDays(2)));
      assertEquals(List.of(), journal.events(1, Note.Wish.class).toList());
      assertEquals(4, journal.head().sequence());
    }
    assertEquals(1, ((VerifyReport.Intact) new JournalWorkshop(directory).verify()).unreadable());
  }
}
