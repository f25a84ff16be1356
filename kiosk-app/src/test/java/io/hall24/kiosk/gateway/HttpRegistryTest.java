package io.hall24.kiosk.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.status.DeviceState;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.registry.Faults;
import io.hall24.kiosk.demo.registry.Faults.Fault;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.ReleaseReason;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SpoilReason;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.OrderJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders, grants and trust, over HTTP. */
class HttpRegistryTest {
  private static final String ORDER = "YL-2026-000325";
  @TempDir Path directory;
  private Hall hall;

  @BeforeEach
  void open() throws Exception {
    hall = Hall.enrolled(directory);
    hall.load("A0001", "A0010");
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private DeviceState network() {
    return hall.board.of(NetworkState.ID).orElseThrow().state();
  }

  @Test
  void aHolderIsToldTheOrdersThatCanBeCollected() throws Exception {
    var answer =
        assertInstanceOf(
            OrdersAnswer.Orders.class, hall.registry.orders(Hall.HOLDER, Hall.patience()));
    var order =
        answer.orders().stream().filter(o -> o.orderId().equals(ORDER)).findFirst().orElseThrow();
    assertEquals(new Copy.Original(), order.pending().getFirst());
    assertEquals("云岭示例沐云设计工作室", order.face().items().values().iterator().next());
    assertEquals(false, answer.clerkConfirmationNeeded());
    assertEquals(DeviceState.ONLINE, network());
  }

  @Test
  void anybodyElseIsToldOfNone() throws Exception {
    var stranger = new HolderQuery("PASSPORT", "L898902C3", "UTO", LocalDate.of(1974, 8, 13));
    assertEquals(
        new OrdersAnswer.Orders(List.of(), false), hall.registry.orders(stranger, Hall.patience()));
  }

  @Test
  void theRegistryIsBehindUntilItHasEveryEventAndThenGrants() throws Exception {
    Ticket ticket = hall.request(ORDER);
    assertEquals(new GrantAnswer.Behind(0), hall.ask(ticket));
    assertEquals(new JournalUpload.UploadOutcome.Acknowledged(2), hall.upload());
    var grant = assertInstanceOf(GrantAnswer.Granted.class, hall.ask(ticket)).grant();
    assertEquals(OrderJson.faceHash(grant.face()), grant.faceHash());
    assertEquals(ticket.issuanceId(), grant.issuanceId());
  }

  @Test
  void aCollectedLicenceIsActiveAndIsNotGrantedAgain() throws Exception {
    Ticket ticket = hall.request(ORDER);
    Grant grant = hall.granted(ticket);
    hall.present(ticket, grant, "A0001");
    hall.collect(ticket, "A0001");
    long ending = hall.journal.head().sequence();
    assertEquals(new JournalUpload.UploadOutcome.Acknowledged(ending), hall.upload());
    hall.record(new IssuanceEvent.Settled(ticket, ending));
    hall.upload();
    assertTrue(hall.journal.rejections().isEmpty(), () -> hall.journal.rejections().toString());
    assertEquals(1, hall.sandbox.validLicences(ORDER, "original"));
    assertEquals("ACTIVE", hall.sandbox.sheets().get("A0001"));
    assertEquals(Optional.of("SETTLED"), hall.sandbox.phase(ticket.issuanceId()));
    assertEquals(new GrantAnswer.Refused("ALREADY_ISSUED"), hall.askUpToDate(hall.request(ORDER)));
  }

  @Test
  void theSameRequestTwiceGetsTheSameGrant() throws Exception {
    Ticket ticket = hall.request(ORDER);
    assertEquals(hall.granted(ticket), hall.granted(ticket));
  }

  @Test
  void aGrantWhoseAnswerWasLostIsGivenAgain() throws Exception {
    Ticket ticket = hall.request(ORDER);
    hall.upload();
    hall.sandbox.misbehave(Faults.NONE.with(Fault.DROP_AFTER, 1));
    assertInstanceOf(GrantAnswer.Unavailable.class, hall.ask(ticket));
    assertEquals(List.of(ticket.issuanceId()), hall.sandbox.openIssuances());
    hall.sandbox.misbehave(Faults.NONE);
    assertEquals(hall.granted(ticket).jws(), hall.granted(ticket).jws());
    assertEquals(1, hall.sandbox.openIssuances().size());
  }

  @Test
  void anOpenGrantLocksTheCopyUntilItIsReleased() throws Exception {
    Ticket first = hall.request(ORDER);
    hall.granted(first);
    assertEquals(new GrantAnswer.Refused("LOCKED_HERE"), hall.askUpToDate(hall.request(ORDER)));
    hall.record(new IssuanceEvent.Released(first, ReleaseReason.GIVEN_UP));
    hall.granted(hall.request(ORDER));
    assertEquals(new GrantAnswer.Refused("RELEASED"), hall.askUpToDate(first));
  }

  @Test
  void noMoreThanTwoSheetsOfACopyMaySpoil() throws Exception {
    for (String sheet : List.of("A0001", "A0002")) {
      Ticket ticket = hall.request(ORDER);
      Grant grant = hall.granted(ticket);
      SheetNumber number = new SheetNumber(sheet);
      hall.record(new IssuanceEvent.Granted(ticket, grant.grantId(), grant.jws()));
      hall.record(
          new IssuanceEvent.SheetReserved(
              ticket, grant.grantId(), io.hall24.device.Medium.A3, number, 7));
      hall.record(new IssuanceEvent.Printing(ticket, grant.grantId(), number, 7));
      hall.record(
          new IssuanceEvent.Spoiled(
              ticket, number, SpoilReason.BLANK, Optional.empty(), Optional.empty()));
    }
    assertEquals(
        new GrantAnswer.Refused("TOO_MANY_SPOILED"), hall.askUpToDate(hall.request(ORDER)));
    assertEquals("VOID", hall.sandbox.sheets().get("A0002"));
  }

  @Test
  void anAnswerThatAnotherKeySignedIsNoAnswer() throws Exception {
    hall.sandbox.misbehave(Faults.NONE.with(Fault.BAD_SIGNATURE, 1));
    var answer =
        assertInstanceOf(
            OrdersAnswer.Unavailable.class, hall.registry.orders(Hall.HOLDER, Hall.patience()));
    assertTrue(answer.detail().contains("WRONG_SIGNATURE"), answer.detail());
    assertEquals(DeviceState.HARDWARE_ERROR, network());
  }

  @Test
  void anAnswerToAnEarlierRequestIsNoAnswer() throws Exception {
    hall.registry.orders(Hall.HOLDER, Hall.patience());
    hall.sandbox.misbehave(Faults.NONE.with(Fault.REPLAY, 1));
    var answer =
        assertInstanceOf(
            OrdersAnswer.Unavailable.class, hall.registry.orders(Hall.HOLDER, Hall.patience()));
    assertTrue(answer.detail().contains("another request"), answer.detail());
  }

  @Test
  void aProxysPageIsNoAnswerAndARepetitionHelps() throws Exception {
    hall.sandbox.misbehave(Faults.NONE.with(Fault.BAD_GATEWAY, 1));
    assertInstanceOf(
        OrdersAnswer.Unavailable.class, hall.registry.orders(Hall.HOLDER, Hall.patience()));
    hall.sandbox.misbehave(Faults.NONE.with(Fault.UNAVAILABLE, 0.5).seeded(3));
    int answered = 0;
    for (int i = 0; i < 10; i++) {
      var answer = hall.registry.orders(Hall.HOLDER, Hall.patience());
      answered += answer instanceof OrdersAnswer.Orders ? 1 : 0;
    }
    assertTrue(answered >= 6, "only " + answered);
  }

  @Test
  void aRegistryThatIsDownIsUnavailableAndComesBack() throws Exception {
    hall.stopRegistry();
    long before = Hall.CLOCK.nanoTime();
    assertInstanceOf(
        OrdersAnswer.Unavailable.class,
        hall.registry.orders(Hall.HOLDER, Patience.of(Duration.ofSeconds(2), Hall.CLOCK)));
    assertTrue(Hall.CLOCK.nanoTime() - before < Duration.ofSeconds(3).toNanos());
    assertEquals(DeviceState.OFFLINE, network());
    hall.startRegistry();
    assertInstanceOf(OrdersAnswer.Orders.class, hall.registry.orders(Hall.HOLDER, Hall.patience()));
    assertEquals(DeviceState.ONLINE, network());
  }

  @Test
  void aConnectionOnWhichNothingComesEndsWithThePatience() throws Exception {
    hall.sandbox.misbehave(Faults.NONE.with(Fault.HALF_OPEN, 1));
    long before = Hall.CLOCK.nanoTime();
    assertInstanceOf(
        OrdersAnswer.Unavailable.class,
        hall.registry.orders(Hall.HOLDER, Patience.of(Duration.ofMillis(700), Hall.CLOCK)));
    assertTrue(Hall.CLOCK.nanoTime() - before < Duration.ofSeconds(2).toNanos());
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    hall.sandbox.misbehave(Faults.NONE.with(Fault.HALF_OPEN, 1));
    var interrupted = new CompletableFuture<Boolean>();
    Thread asking =
        Thread.startVirtualThread(() -> {
          try {
            hall.registry.orders(Hall.HOLDER, Hall.patience());
            interrupted.complete(false);
          } catch (InterruptedException expected) {
            interrupted.complete(true);
          }
        });
    asking.interrupt();
    assertEquals(true, interrupted.get(5, TimeUnit.SECONDS));
  }

  @Test
  void aRegistryWhoseClockGoesBackDoesNotTakeVerifiedTimeBack() throws Exception {
    assertTrue(
        Duration.between(hall.time.now().orElseThrow(), Instant.now()).abs().toSeconds() < 5);
    hall.sandbox.misbehave(Faults.NONE.clock(Duration.ofHours(-3)));
    Instant before = hall.time.now().orElseThrow();
    assertInstanceOf(OrdersAnswer.Orders.class, hall.registry.orders(Hall.HOLDER, Hall.patience()));
    assertTrue(!hall.time.now().orElseThrow().isBefore(before));
    assertTrue(hall.board.of(NetworkState.ID).orElseThrow().detail().contains("behind"));
  }

  @Test
  void openGrantsAndSheetNumbersCanBeCompared() throws Exception {
    var books = new Reconciliation(hall.link);
    Ticket ticket = hall.request(ORDER);
    Grant grant = hall.granted(ticket);
    hall.present(ticket, grant, "A0001");
    hall.upload();
    assertEquals(
        new Reconciliation.Found.Known<>(
            List.of(
                new Reconciliation.OpenGrant(
                    grant.grantId(),
                    ticket.issuanceId(),
                    ORDER,
                    ticket.copy(),
                    Optional.of("A0001")))),
        books.openGrants(Hall.patience()));
    assertEquals(
        new Reconciliation.Found.Known<>(Reconciliation.SheetState.IN_ISSUE),
        books.sheet("A0001", Hall.patience()));
    assertEquals(
        new Reconciliation.Found.Unavailable<>("CONTRACT_VIOLATION"),
        books.sheet("no-sheet", Hall.patience()));
  }

  @Test
  void aBlockedTerminalIsRefused() throws Exception {
    hall.sandbox.block(Hall.TERMINAL);
    assertEquals(
        new OrdersAnswer.Refused("TERMINAL_BLOCKED"),
        hall.registry.orders(Hall.HOLDER, Hall.patience()));
  }

  @Test
  void aHeldOrderIsRefused() throws Exception {
    hall.sandbox.hold(ORDER, true);
    assertEquals(new GrantAnswer.Refused("ORDER_HELD"), hall.askUpToDate(hall.request(ORDER)));
  }

  @Test
  void aJournalThatWasNeverEnrolledGetsNoGrant() throws Exception {
    try (Hall stranger = Hall.unknown(directory.resolve("stranger"))) {
      Ticket ticket = stranger.request(ORDER);
      assertEquals(new GrantAnswer.Refused("NOT_ENROLLED"), stranger.ask(ticket));
    }
  }
}
