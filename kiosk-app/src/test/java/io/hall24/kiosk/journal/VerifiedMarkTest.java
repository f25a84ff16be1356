package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.KeyVault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start verifies, and what is verified behind its back. */
class VerifiedMarkTest {
  private static final int ENTRIES = 20;
  @TempDir Path directory;
  private JournalWorkshop workshop;
  private KeyVault vault;

  @BeforeEach
  void writeAJournal() {
    workshop = new JournalWorkshop(directory);
    vault = workshop.vault();
    try (Journal journal = workshop.open(vault)) {
      for (int i = 0; i < ENTRIES; i++) {
        durable(journal.append(i % 3 == 0 ? new Note.Wish("wish " + i) : new Note.Sheet("s" + i)));
      }
    }
  }

  private void spoil(String... statements) throws SQLException {
    try (Connection raw =
            DriverManager.getConnection("jdbc:sqlite:" + workshop.place().database());
        Statement statement = raw.createStatement()) {
      statement.execute("DROP TRIGGER IF EXISTS event_is_never_changed");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private OpenResult opened() {
    return workshop.tryOpen(vault, JournalWorkshop.TERMINAL, List.of());
  }

  private static final String CHANGE_ENTRY_4 =
      "UPDATE event SET recorded_at = recorded_at + 1 WHERE sequence = 4";

  @Test
  void aStartDoesNotWalkWhatTheTerminalHasSignedFor() throws Exception {
    spoil(CHANGE_ENTRY_4);
    OpenResult.Opened opened = assertInstanceOf(OpenResult.Opened.class, opened());
    opened.journal().close();
    assertEquals(4, assertInstanceOf(VerifyReport.Broken.class, workshop.verify()).sequence());
  }

  @Test
  void whatWasChangedBeforeTheMarkIsFoundWhileTheTerminalWorks() throws Exception {
    spoil(CHANGE_ENTRY_4);
    var clock = new HurriedClock();
    try (Journal journal = openAt(clock)) {
      clock.patrolEnded.await();
      assertEquals(4, journal.damage().orElseThrow().sequence());
      durable(journal.append(new Note.Sheet("still recorded")));
    }
    assertEquals(4, assertInstanceOf(OpenResult.Damaged.class, opened()).sequence());
  }

  @Test
  void aSoundJournalIsStillSoundAfterThePatrol() throws Exception {
    var clock = new HurriedClock();
    try (Journal journal = openAt(clock)) {
      clock.patrolEnded.await();
      assertEquals(Optional.empty(), journal.damage());
    }
  }

  private Journal openAt(HallClock clock) {
    OpenResult result =
        Journal.open(
            workshop.place(),
            JournalWorkshop.SUITE,
            vault,
            JournalWorkshop.TERMINAL,
            Note.codecs(),
            List.of(),
            clock);
    return assertInstanceOf(OpenResult.Opened.class, result).journal();
  }

  @Test
  void whatWasChangedBehindTheMarkIsFoundByTheStart() throws Exception {
    spoil("UPDATE verified_mark SET signed = signed || 'x'", CHANGE_ENTRY_4);
    assertEquals(4, assertInstanceOf(OpenResult.Damaged.class, opened()).sequence());
  }

  @Test
  void aMarkForAnotherChainOrOtherKeysDoesNotCount() throws Exception {
    for (String forgery :
        List.of(
            "DELETE FROM verified_mark",
            "UPDATE key_period SET last_sequence = last_sequence - 1",
            "UPDATE event SET hash = zeroblob(32) WHERE sequence = " + ENTRIES)) {
      spoil(CHANGE_ENTRY_4, forgery);
      assertEquals(
          4, assertInstanceOf(OpenResult.Damaged.class, opened(), forgery).sequence(), forgery);
    }
  }

  /** A file as the version before marks left it: walked once, and marked from then on. */
  @Test
  void aJournalOfTheVersionBeforeIsWalkedAndThenMarked() throws Exception {
    List<KeyPeriod> before;
    try (Journal journal = workshop.open(vault)) {
      before = journal.keyPeriods();
    }
    spoil(
        "DROP TABLE verified_mark",
        "DROP TABLE key_period",
        "DELETE FROM schema_version WHERE version = 2");
    try (Journal journal = workshop.open(vault)) {
      assertEquals(before, journal.keyPeriods());
      assertEquals(ENTRIES, journal.head().sequence());
    }
    spoil(CHANGE_ENTRY_4);
    assertInstanceOf(OpenResult.Opened.class, opened()).journal().close();
  }

  @Test
  void theKeysOfAllPeriodsAreKnownAfterEveryStart() {
    for (int start = 0; start < 3; start++) {
      try (Journal journal = workshop.open(vault)) {
        durable(journal.append(new Note.Wish("one more")));
        List<KeyPeriod> wishes =
            journal.keyPeriods().stream()
                .filter(period -> period.retention() == RetentionClass.VISIT)
                .toList();
        assertEquals(start + 2, wishes.size());
        assertEquals(ENTRIES + start + 1, wishes.getLast().lastSequence());
        assertTrue(wishes.stream().allMatch(it -> it.state() == KeyPeriod.State.READABLE));
      }
    }
  }

  /** Does not wait for minutes, and tells when the patrol has gone to sleep for a day. */
  private static final class HurriedClock implements HallClock {
    private final CountDownLatch patrolEnded = new CountDownLatch(1);

    @Override
    public long nanoTime() {
      return HallClock.system().nanoTime();
    }

    @Override
    public Instant wallTime() {
      return HallClock.system().wallTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      if (duration.compareTo(Duration.ofHours(1)) > 0) {
        patrolEnded.countDown();
        var _ = Patience.of(duration, HallClock.system()).pause(duration);
      }
    }
  }
}
