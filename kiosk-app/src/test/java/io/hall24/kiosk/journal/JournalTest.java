package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.journal.AppendResult.NotRecorded;
import io.hall24.kiosk.journal.AppendResult.Reason;
import io.hall24.kiosk.journal.Note.Operation;
import io.hall24.kiosk.journal.Note.Sheet;
import io.hall24.kiosk.journal.Note.Wish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;

  private JournalWorkshop workshop() {
    return new JournalWorkshop(directory);
  }

  @Test
  void whatIsRecordedIsReadAgainAfterReopening() {
    KeyVault vault = workshop().vault();
    ChainHead head;
    try (Journal journal = workshop().open(vault)) {
      assertEquals(0, journal.head().sequence());
      assertEquals(1, durable(journal.append(new Wish("一"))).sequence());
      Recorded<Sheet> sheet = durable(journal.append(new Sheet("二")));
      assertEquals(2, sheet.sequence());
      assertEquals(sheet.hash().hex(), journal.head().hash());
      head = journal.head();
    }
    try (Journal journal = workshop().open()) {
      assertEquals(head, journal.head());
      assertEquals(
          List.of(new Wish("一"), new Sheet("二")),
          journal.events(1, Note.class).map(Recorded::event).toList());
      assertEquals(
          List.of(new Sheet("二")), journal.events(1, Sheet.class).map(Recorded::event).toList());
      assertEquals(
          List.of(new Sheet("二")), journal.events(2, Note.class).map(Recorded::event).toList());
    }
  }

  @Test
  void severalEventsAreRecordedTogetherOrNotAtAll() {
    record Unknown() implements Event {}
    try (Journal journal = workshop().open()) {
      assertThrows(
          IllegalArgumentException.class,
          () -> durable(journal.appendAll(List.of(new Wish("a"), new Unknown()))));
      assertEquals(0, journal.head().sequence());
      durable(journal.appendAll(List.of(new Wish("a"), new Sheet("b"), new Operation("c"))));
      assertEquals(3, journal.head().sequence());
    }
    assertInstanceOf(VerifyReport.Intact.class, workshop().verify());
  }

  @Test
  void aThrowingProjectionUndoesTheAppendAndTheJournalGoesOn() {
    AtomicBoolean broken = new AtomicBoolean(true);
    Projection moody =
        new Projection() {
          @Override
          public String name() {
            return "moody";
          }

          @Override
          public int version() {
            return 1;
          }

          @Override
          public List<String> tables() {
            return List.of("moody");
          }

          @Override
          public void create(ProjectionStore store) {
            store.update("CREATE TABLE moody (n INTEGER)");
          }

          @Override
          public void apply(Recorded<?> recorded, ProjectionStore store) {
            store.update("INSERT INTO moody(n) VALUES (?)", recorded.sequence());
            if (broken.get()) {
              throw new UnsupportedOperationException("planted");
            }
          }
        };
    try (Journal journal = workshop().open(moody)) {
      assertThrows(
          UnsupportedOperationException.class, () -> durable(journal.append(new Wish("x"))));
      assertEquals(0, journal.head().sequence());
      broken.set(false);
      assertEquals(1, durable(journal.append(new Wish("y"))).sequence());
      assertEquals(
          List.of(1L),
          journal.read(store -> store.query("SELECT n FROM moody", row -> row.number("n"))));
    }
  }

  @Test
  void anInterruptNeitherStopsAnAppendNorGetsLost() throws InterruptedException {
    try (Journal journal = workshop().open()) {
      AtomicBoolean kept = new AtomicBoolean();
      Thread caller =
          Thread.ofVirtual()
              .start(() -> {
                Thread.currentThread().interrupt();
                durable(journal.append(new Wish("x")));
                kept.set(Thread.currentThread().isInterrupted());
              });
      caller.join();
      assertTrue(kept.get());
      assertEquals(1, journal.head().sequence());
    }
  }

  @Test
  void manyVirtualThreadsAppendAtOnceAndEachGetsItsOwnPlace() throws InterruptedException {
    int callers = 200;
    CountDownLatch start = new CountDownLatch(1);
    try (Journal journal = workshop().open(new NoteProjection(1))) {
      List<Thread> threads =
          IntStream.range(0, callers)
              .mapToObj(i ->
                  Thread.ofVirtual()
                      .start(() -> {
                        await(start);
                        durable(journal.append(new Sheet("sheet " + i)));
                      }))
              .toList();
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(callers, journal.head().sequence());
      assertEquals(callers, NoteProjection.texts(journal).stream().distinct().count());
    }
    assertInstanceOf(VerifyReport.Intact.class, workshop().verify());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void aClosedJournalTakesNothing() {
    Journal journal = workshop().open();
    journal.close();
    journal.close();
    NotRecorded<?> refused = assertInstanceOf(NotRecorded.class, journal.append(new Wish("late")));
    assertEquals(Reason.CLOSED, refused.reason());
  }

  @Test
  void theDirectoryBelongsToOneJournalAtATime() {
    KeyVault vault = workshop().vault();
    try (Journal first = workshop().open(vault)) {
      assertInstanceOf(
          OpenResult.InUse.class, workshop().tryOpen(vault, JournalWorkshop.TERMINAL, List.of()));
      durable(first.append(new Wish("still mine")));
    }
    workshop().open(vault).close();
  }

  @Test
  void anotherTerminalsJournalIsForeignAndLeftAsItIs() throws Exception {
    KeyVault vault = workshop().vault();
    try (Journal journal = workshop().open(vault)) {
      durable(journal.append(new Wish("x")));
    }
    byte[] before = Files.readAllBytes(workshop().place().database());
    assertInstanceOf(OpenResult.Foreign.class, workshop().tryOpen(vault, "terminal-8", List.of()));
    assertEquals(Bytes.of(before), Bytes.of(Files.readAllBytes(workshop().place().database())));
  }

  @Test
  void aJournalWithoutItsKeysIsForeign(@TempDir Path elsewhere) {
    try (Journal journal = workshop().open()) {
      durable(journal.append(new Wish("x")));
    }
    KeyVault strange = new JournalWorkshop(elsewhere).vault();
    assertInstanceOf(
        OpenResult.Foreign.class, workshop().tryOpen(strange, JournalWorkshop.TERMINAL, List.of()));
  }

  @Test
  void checkpointsAcknowledgeAndRejectionsDoNotHoldUp() {
    try (Journal journal = workshop().open()) {
      Recorded<Wish> one = durable(journal.append(new Wish("1")));
      durable(journal.append(new Wish("2")));
      durable(journal.append(new Wish("3")));
      assertEquals(0, journal.acknowledged());
      Jws signed = new Jws("a.b.c");
      assertEquals(
          Optional.empty(),
          durable(journal.recordCheckpoint(new Checkpoint(1, one.hash(), signed))));
      assertEquals(1, journal.acknowledged());
      durable(journal.recordRejection(new Rejection(2, "ORDER_UNKNOWN", new Jws("d.e.f"))));
      assertEquals(
          List.of(2L, 3L),
          journal.after(1, 10).stream().map(entry -> entry.header().sequence()).toList());
      JournalStatus status = journal.status();
      assertEquals(2, status.unsent());
      assertEquals(1, status.rejected());
      assertEquals(Optional.of(signed), journal.lastCheckpoint().map(Checkpoint::signed));
    }
  }

  @Test
  void aCheckpointThatIsNotOurChainIsAForkAndIsKept() {
    try (Journal journal = workshop().open()) {
      durable(journal.append(new Wish("1")));
      Checkpoint ahead = new Checkpoint(5, Bytes.zeros(32), new Jws("a.b.c"));
      Optional<Fork> found = durable(journal.recordCheckpoint(ahead));
      assertEquals(Optional.of(new Fork(ahead, Optional.empty())), found);
      assertEquals(0, journal.acknowledged());
    }
    try (Journal journal = workshop().open()) {
      assertEquals(Optional.of(5L), journal.fork().map(fork -> fork.checkpoint().sequence()));
    }
  }

  @Test
  void aDestroyedKeyMakesContentUnreadableAndLeavesTheChainVerifiable() {
    try (Journal journal = workshop().open(new NoteProjection(1))) {
      durable(journal.append(new Wish("secret wish")));
      durable(journal.append(new Sheet("sheet")));
      KeyPeriod wishes = journal.keyPeriods().getFirst();
      assertEquals(RetentionClass.VISIT, wishes.retention());
      assertInstanceOf(
          KeyState.Destroyed.class, journal.shred(wishes.retention(), wishes.period()));
      assertEquals(
          List.of(new Sheet("sheet")), journal.events(1, Note.class).map(Recorded::event).toList());
      assertEquals(Optional.empty(), journal.after(0, 1).getFirst().content());
      assertEquals(List.of("1 gone", "2 sheet"), NoteProjection.texts(journal));
      durable(journal.append(new Wish("next wish")));
    }
    try (Journal journal = workshop().open(new NoteProjection(2))) {
      assertEquals(List.of("2 sheet", "3 next wish"), NoteProjection.texts(journal));
      assertEquals(List.of("Sheet=1", "Wish=1", "unreadable=1"), NoteProjection.counts(journal));
    }
    VerifyReport.Intact report = assertInstanceOf(VerifyReport.Intact.class, workshop().verify());
    assertEquals(1, report.unreadable());
    assertEquals(3, report.head().sequence());
  }

  @Test
  void rebuiltProjectionsEqualIncrementalOnes() {
    List<String> texts;
    List<String> counts;
    try (Journal journal = workshop().open(new NoteProjection(1))) {
      for (int i = 0; i < 450; i++) {
        durable(journal.append(i % 2 == 0 ? new Wish("w" + i) : new Sheet("s" + i)));
      }
      texts = NoteProjection.texts(journal);
      counts = NoteProjection.counts(journal);
      journal.rebuild("note");
      assertEquals(texts, NoteProjection.texts(journal));
      assertEquals(counts, NoteProjection.counts(journal));
    }
    try (Journal journal = workshop().open()) {
      durable(journal.append(new Sheet("appended without the projection")));
    }
    try (Journal journal = workshop().open(new NoteProjection(1))) {
      assertEquals(texts.size() + 1, NoteProjection.texts(journal).size());
    }
    try (Journal journal = workshop().open(new NoteProjection(2))) {
      assertEquals(texts, NoteProjection.texts(journal).subList(0, texts.size()));
    }
  }
}
