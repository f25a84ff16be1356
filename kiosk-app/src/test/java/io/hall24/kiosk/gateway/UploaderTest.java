package io.hall24.kiosk.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Medium;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.registry.Faults;
import io.hall24.kiosk.demo.registry.Faults.Fault;
import io.hall24.kiosk.demo.registry.SandboxRegistry.KnownEvent;
import io.hall24.kiosk.gateway.JournalUpload.UploadOutcome;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.journal.Entry;
import io.hall24.kiosk.journal.KeyPeriod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real journal on its way to the real sandbox. */
class UploaderTest {
  @TempDir Path directory;
  private Hall hall;

  @BeforeEach
  void open() throws Exception {
    hall = Hall.enrolled(directory);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private void remarks(int count) {
    var remarks =
        LongStream.rangeClosed(1, count).mapToObj(n -> new Remark("remark " + n)).toList();
    assertInstanceOf(
        io.hall24.kiosk.journal.AppendResult.Durable.class, hall.journal.appendAll(remarks));
  }

  private List<Long> knownSequences() {
    return hall.sandbox.events(hall.journal.head().journalId()).stream()
        .map(KnownEvent::sequence)
        .toList();
  }

  @Test
  void theRegistrySignsForWhatItTookAndTheJournalKeepsTheSignature() throws Exception {
    remarks(450);
    assertEquals(new UploadOutcome.Acknowledged(450), hall.upload());
    var checkpoint = hall.journal.lastCheckpoint().orElseThrow();
    assertEquals(450, checkpoint.sequence());
    assertEquals(hall.journal.head().hash(), checkpoint.hash().hex());
    assertTrue(hall.link.statement(checkpoint.signed().compact(), "hall24-checkpoint").isPresent());
    assertEquals(LongStream.rangeClosed(1, 450).boxed().toList(), knownSequences());
  }

  /** 10 % of the transmissions lost before, 10 % after their effect, 10 % twice. */
  @Test
  void everyEventArrivesExactlyOnceThroughABadNetwork() throws Exception {
    hall.sandbox.misbehave(
        Faults.NONE
            .with(Fault.DROP_BEFORE, 0.1)
            .with(Fault.DROP_AFTER, 0.1)
            .with(Fault.DUPLICATE, 0.1)
            .seeded(20261122));
    Random sizes = new Random(7);
    int recorded = 0;
    while (recorded < 2000) {
      int more = Math.min(2000 - recorded, 1 + sizes.nextInt(60));
      remarks(more);
      recorded += more;
      hall.upload();
    }
    hall.sandbox.misbehave(Faults.NONE);
    assertEquals(new UploadOutcome.Acknowledged(2000), hall.upload());
    assertEquals(LongStream.rangeClosed(1, 2000).boxed().toList(), knownSequences());
    assertEquals(
        hall.journal.head().hash(), hall.journal.lastCheckpoint().orElseThrow().hash().hex());
  }

  @Test
  void anUploadWhoseAnswersAreLostGoesOnWhereTheRegistryIs() throws Exception {
    remarks(300);
    hall.sandbox.misbehave(Faults.NONE.with(Fault.DROP_AFTER, 1));
    assertInstanceOf(UploadOutcome.Unavailable.class, hall.upload());
    assertEquals(0, hall.journal.acknowledged());
    hall.sandbox.misbehave(Faults.NONE);
    assertEquals(new UploadOutcome.Acknowledged(300), hall.upload());
    assertEquals(300, knownSequences().size());
  }

  @Test
  void aRestoredDiskImageIsAForkForBothSides() throws Exception {
    remarks(5);
    hall.upload();
    hall.copyJournal("image");
    remarks(5);
    hall.upload();
    hall.anotherJournal("image");
    var outcome = assertInstanceOf(UploadOutcome.Fork.class, hall.upload());
    assertEquals(10, outcome.sequence());
    assertTrue(hall.sandbox.forked(hall.journal.head().journalId()));
    assertTrue(hall.journal.fork().isPresent());
    assertInstanceOf(UploadOutcome.Fork.class, hall.upload());
  }

  @Test
  void aRestoredDiskImageThatWentOnIsAForkForBothSides() throws Exception {
    hall.load("A0001", "A0010");
    hall.upload();
    hall.copyJournal("image");
    remarks(5);
    hall.upload();
    hall.anotherJournal("image");
    Ticket ticket = hall.request("YL-2026-000325");
    assertEquals(new GrantAnswer.Refused("JOURNAL_FORKED"), hall.ask(ticket));
    assertInstanceOf(UploadOutcome.Fork.class, hall.upload());
    assertTrue(hall.sandbox.forked(hall.journal.head().journalId()));
  }

  @Test
  void afterAForkOnlyASignedReEnrolmentLetsANewJournalIn() throws Exception {
    remarks(2);
    hall.upload();
    String old = hall.journal.head().journalId();
    hall.anotherJournal("second");
    assertInstanceOf(Enrolment.Outcome.Refused.class, hall.enrol(Optional.empty()));
    String fresh = hall.journal.head().journalId();
    var permitted =
        new Enrolment.Replacement(
            old, hall.sandbox.authoriseReEnrolment(Hall.TERMINAL, old, fresh));
    assertEquals(new Enrolment.Outcome.Enrolled(), hall.enrol(Optional.of(permitted)));
    remarks(1);
    assertEquals(new UploadOutcome.Acknowledged(1), hall.upload());
  }

  @Test
  void aRejectedEventIsNotedAndDoesNotHoldUpTheNext() throws Exception {
    Ticket ticket = hall.request("YL-2026-000325");
    hall.record(
        new IssuanceEvent.SheetReserved(
            ticket, "no-such-grant", Medium.A3, new SheetNumber("A0001"), 1));
    hall.record(new Remark("behind it"));
    assertEquals(new UploadOutcome.Acknowledged(3), hall.upload());
    var rejection = hall.journal.rejections().getFirst();
    assertEquals(2, rejection.sequence());
    assertEquals("OUT_OF_TURN", rejection.code());
    assertTrue(hall.link.statement(rejection.signed().compact(), "hall24-answer").isPresent());
  }

  @Test
  void theChainOfShreddedEventsIsVerifiedAllTheSame() throws Exception {
    remarks(3);
    KeyPeriod period = hall.journal.keyPeriods().getFirst();
    hall.journal.shred(period.retention(), period.period());
    List<Entry> entries = hall.journal.after(0, 10);
    assertTrue(entries.stream().allMatch(entry -> entry.content().isEmpty()));
    assertEquals(new UploadOutcome.Acknowledged(3), hall.upload());
  }

  @Test
  void nothingIsSentWhileTheRegistryIsDownAndAllOfItLater() throws Exception {
    remarks(10);
    hall.stopRegistry();
    assertInstanceOf(
        UploadOutcome.Unavailable.class,
        hall.uploader.bringUpTo(10, Patience.of(Duration.ofSeconds(1), Hall.CLOCK)));
    hall.startRegistry();
    assertEquals(new UploadOutcome.Acknowledged(10), hall.upload());
  }

  @Test
  void theLoopSendsWhatIsRecordedWithoutBeingAsked() throws Exception {
    try (var loop = UploadLoop.start(hall.link, hall.uploader, hall.journal, Hall.CLOCK)) {
      remarks(3);
      assertTrue(loop.isRunning());
      Patience patience = Hall.patience();
      while (hall.journal.acknowledged() < 3) {
        assertTrue(patience.pause(Duration.ofMillis(20)), "not sent in time");
      }
    }
  }

  @Test
  void pausesBetweenFailuresGrowAndStayBounded() {
    for (int failures = 0; failures < 40; failures++) {
      long pause = UploadLoop.pause(failures).toMillis();
      long longest = Math.min(15_000, 1000L << Math.min(failures, 4));
      assertTrue(pause >= longest / 2 && pause <= longest, failures + ": " + pause);
    }
  }
}
