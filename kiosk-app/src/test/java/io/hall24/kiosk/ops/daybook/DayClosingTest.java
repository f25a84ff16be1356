package io.hall24.kiosk.ops.daybook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.HallTime;
import io.hall24.device.Medium;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.StatementSigner;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.crypto.Verification;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.gateway.Enrolment;
import io.hall24.kiosk.gateway.Grant;
import io.hall24.kiosk.gateway.GrantAnswer;
import io.hall24.kiosk.gateway.GrantRequest;
import io.hall24.kiosk.gateway.HttpRegistry;
import io.hall24.kiosk.gateway.NetworkState;
import io.hall24.kiosk.gateway.Reconciliation;
import io.hall24.kiosk.gateway.RegistryLink;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.gateway.TrustAnchor;
import io.hall24.kiosk.gateway.Uploader;
import io.hall24.kiosk.issuance.Evidence;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.IssuanceLedger;
import io.hall24.kiosk.issuance.Obstacle;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.StaffAnswer;
import io.hall24.kiosk.issuance.StockEvent;
import io.hall24.kiosk.issuance.StockLedger;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.issuance.UnknownReason;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real journal and a real sandbox registry; differences are planted in one or the other. */
class DayClosingTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final String TERMINAL = "H24-TEST-1";
  @TempDir Path directory;
  private SandboxRegistry sandbox;
  private RegistryLink link;
  private Journal journal;
  private KeyVault vault;
  private DayClosing days;
  private Uploader uploader;

  @BeforeEach
  void open() throws Exception {
    sandbox = SandboxRegistry.start(directory.resolve("registry.db"), 0, Seed.demo(), CLOCK);
    VaultOpening opening = KeyVault.create(directory.resolve("keys"), "test".toCharArray(), SUITE);
    vault = assertInstanceOf(VaultOpening.Opened.class, opening).vault();
    link =
        new RegistryLink(
            sandbox.url(),
            TERMINAL,
            new StatementVerifier(
                SUITE, List.of(TrustAnchor.ofJwk(sandbox.trustAnchor()).orElseThrow())),
            new RegistryTime(Instant.EPOCH, CLOCK),
            new NetworkState(new StatusBoard(CLOCK)),
            CLOCK);
    List<EventCodec<?>> codecs =
        Stream.of(IssuanceEvent.codecs(), StockEvent.codecs(), DayEvent.codecs())
            .flatMap(List::stream)
            .toList();
    OpenResult result =
        Journal.open(
            JournalPlace.in(directory.resolve("data")),
            SUITE,
            vault,
            TERMINAL,
            codecs,
            List.of(new IssuanceLedger(), new StockLedger()),
            CLOCK);
    journal = assertInstanceOf(OpenResult.Opened.class, result).journal();
    uploader = new Uploader(link, journal);
    var enrolled =
        new Enrolment(link)
            .enrol(
                journal.head().journalId(),
                vault.signingKey().verification(),
                true,
                Optional.empty(),
                patience());
    assertInstanceOf(Enrolment.Outcome.Enrolled.class, enrolled);
    days = days(Optional.of(new DayClosing.Counterpart(new Reconciliation(link), uploader)));
    record(
        new StockEvent.Loaded(
            Medium.A3,
            new SheetNumber("ZA001"),
            new SheetNumber("ZA009"),
            List.of("a", "b"),
            Optional.empty()));
  }

  private DayClosing days(Optional<DayClosing.Counterpart> registry) {
    return new DayClosing(
        journal,
        new StatementSigner(SUITE, vault.signingKey()),
        SUITE,
        registry,
        directory.resolve("reports"),
        CLOCK);
  }

  @AfterEach
  void close() {
    link.close();
    journal.close();
    sandbox.close();
  }

  private static Patience patience() {
    return Patience.of(Duration.ofSeconds(30), CLOCK);
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(CLOCK.wallTime(), HallTime.ZONE);
  }

  private void record(Event event) {
    assertInstanceOf(AppendResult.Durable.class, journal.append(event));
  }

  private static String orderId(int which) {
    String json = Seed.ofShippedOrders().orders().get(which);
    return OrderJson.order(json) instanceof OrderJson.Reading.Read<Order>(Order order)
        ? order.orderId()
        : "";
  }

  /** As far as the flap. */
  private Ticket presented(int order, String sheet) throws InterruptedException {
    var ticket = new Ticket(UUID.randomUUID().toString(), orderId(order), new Copy.Original());
    record(new IssuanceEvent.Requested(ticket));
    var _ = uploader.bringUpTo(journal.head().sequence(), patience());
    GrantAnswer answer =
        new HttpRegistry(link)
            .grant(
                new GrantRequest(
                    ticket.issuanceId(), ticket.orderId(), ticket.copy(), journal.head()),
                patience());
    Grant grant = assertInstanceOf(GrantAnswer.Granted.class, answer).grant();
    var number = new SheetNumber(sheet);
    record(new IssuanceEvent.Granted(ticket, grant.grantId(), grant.jws()));
    record(new IssuanceEvent.SheetReserved(ticket, grant.grantId(), Medium.A3, number, 7));
    record(new IssuanceEvent.Printing(ticket, grant.grantId(), number, 7));
    record(new IssuanceEvent.Printed(ticket, number, Set.of(Evidence.JOB_COMPLETED)));
    record(new IssuanceEvent.Presented(ticket, number));
    return ticket;
  }

  private Ticket collected(int order, String sheet) throws InterruptedException {
    Ticket ticket = presented(order, sheet);
    record(
        new IssuanceEvent.Collected(ticket, new SheetNumber(sheet), Set.of(Evidence.TAKEN_SENSED)));
    return ticket;
  }

  private List<String> differences() throws InterruptedException {
    DayReport report = days.compare(today(), patience());
    assertTrue(report.reconciled());
    return report.discrepancies().stream()
        .map(found -> found.code() + " " + found.subject())
        .toList();
  }

  /** What somebody does to the registry's books behind everybody's back. */
  private void tamper(String statement, String... arguments) throws Exception {
    var _ = uploader.bringUpTo(journal.head().sequence(), patience());
    try (var raw = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("registry.db"));
        var change = raw.prepareStatement(statement)) {
      for (int i = 0; i < arguments.length; i++) {
        change.setString(i + 1, arguments[i]);
      }
      assertEquals(1, change.executeUpdate());
    }
  }

  @Test
  void aDayOnWhichNothingWentWrongAgreesAlsoWhereTheRegistryHadNotHeardOfItYet() throws Exception {
    collected(0, "ZA001");
    Ticket givenUp = new Ticket(UUID.randomUUID().toString(), orderId(1), new Copy.Original());
    record(new IssuanceEvent.Requested(givenUp));
    record(new IssuanceEvent.Released(givenUp, io.hall24.kiosk.issuance.ReleaseReason.GIVEN_UP));
    assertEquals(List.of(), differences());
  }

  @Test
  void whatOnlyTheRegistryHasIsR1() throws Exception {
    tamper(
        "INSERT INTO issuance(issuance, terminal, journal, order_id, copy, phase, ending)"
            + " VALUES ('stranger-1', ?, 'j', 'o', 'original', 'COLLECTED', 1)",
        TERMINAL);
    tamper("INSERT INTO issuance_begun VALUES ('stranger-1', ?)", today().toString());
    assertEquals(List.of("R1 stranger-1"), differences());
  }

  @Test
  void whatOnlyTheTerminalHasIsR2() throws Exception {
    Ticket ticket = collected(0, "ZA001");
    tamper("UPDATE issuance SET phase='PRINTING' WHERE issuance=?", ticket.issuanceId());
    assertEquals(List.of("R2 " + ticket.issuanceId()), differences());
    tamper("DELETE FROM issuance WHERE issuance=?", ticket.issuanceId());
    assertEquals(List.of("R2 " + ticket.issuanceId()), differences());
  }

  @Test
  void anotherSheetIsR3() throws Exception {
    Ticket ticket = collected(0, "ZA001");
    tamper("UPDATE issuance SET sheet='ZA002' WHERE issuance=?", ticket.issuanceId());
    assertEquals(List.of("R3 " + ticket.issuanceId()), differences());
  }

  @Test
  void aSheetThatTheStockLedgerHasElsewhereOrThatIsMissingIsR3() throws Exception {
    collected(0, "ZA001");
    try (var raw =
            DriverManager.getConnection(
                "jdbc:sqlite:" + directory.resolve("data").resolve("journal.db"));
        var change = raw.createStatement()) {
      change.executeUpdate("UPDATE stock_sheet SET place = 'IN_TRAY' WHERE number = 'ZA001'");
    }
    assertEquals(List.of("R3 ZA001"), differences());
  }

  @Test
  void otherContentIsR4() throws Exception {
    Ticket ticket = collected(0, "ZA001");
    Ticket other = presented(1, "ZA002");
    tamper(
        "UPDATE issuance SET grant_jws=(SELECT grant_jws FROM issuance WHERE issuance=?)"
            + " WHERE issuance=?",
        other.issuanceId(),
        ticket.issuanceId());
    assertEquals(List.of("R4 " + ticket.issuanceId()), differences());
  }

  @Test
  void whatNobodyHasFoundOutIsR5AndThenWhatTwoPersonsFoundIsR3() throws Exception {
    Ticket ticket = presented(0, "ZA001");
    var sheet = new SheetNumber("ZA001");
    record(new IssuanceEvent.Unknown(ticket, sheet, UnknownReason.NO_SHEET));
    assertEquals(List.of("R5 " + ticket.issuanceId()), differences());
    record(new IssuanceEvent.Missing(ticket, sheet, "not there", List.of("a", "b")));
    assertEquals(List.of("R3 ZA001"), differences());
  }

  @Test
  void withoutTheRegistryTheReportSaysSoAndKeepsWhatTheTerminalKnows() throws Exception {
    Ticket ticket = presented(0, "ZA001");
    record(new IssuanceEvent.Unknown(ticket, new SheetNumber("ZA001"), UnknownReason.NO_SHEET));
    sandbox.close();
    DayReport report = days(Optional.empty()).compare(today(), patience());
    assertFalse(report.reconciled());
    assertEquals(Discrepancy.Code.R5, report.discrepancies().getFirst().code());
    sandbox = SandboxRegistry.start(directory.resolve("registry.db"), 0, Seed.demo(), CLOCK);
  }

  @Test
  void aClosedDayLeavesASignedReportWhoseHashTheJournalHas() throws Exception {
    collected(0, "ZA001");
    assertTrue(days.isOpen(today()));
    assertFalse(days.isOpen(today().minusDays(1)), "the journal did not exist then");
    DayReport report = days.close(today(), patience());
    assertEquals(List.of(), report.discrepancies());
    assertFalse(days.isOpen(today()));
    String kept = Files.readString(directory.resolve("reports/day-" + today() + ".jws"));
    var verifier = new StatementVerifier(SUITE, List.of(vault.signingKey().verification()));
    String said =
        assertInstanceOf(Verification.Valid.class, verifier.verify(new Jws(kept), DayReport.TYPE))
            .statement()
            .content()
            .text();
    assertTrue(said.contains("\"collected\":1"), said);
    assertTrue(said.contains("\"medium\":\"iso_a3_297x420mm\",\"opening\":0,\"closing\":8"), said);
    List<DayEvent.Closed> closed = new ArrayList<>();
    journal.events(1, DayEvent.Closed.class).forEach(recorded -> closed.add(recorded.event()));
    assertEquals(1, closed.size());
    assertEquals(
        SUITE.digest(io.hall24.kiosk.crypto.Bytes.utf8(kept)).hex(), closed.getFirst().report());
  }

  /** A wall clock that somebody turns; everything else is the system's. */
  private static final class TurnedClock implements HallClock {
    private Instant now = CLOCK.wallTime();

    @Override
    public Instant wallTime() {
      return now;
    }

    @Override
    public long nanoTime() {
      return CLOCK.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      CLOCK.sleep(duration);
    }
  }

  @Test
  void aDifferenceThatNobodyExplainedByNineTheNextMorningClosesTheServiceUntilTwoPersonsHave()
      throws Exception {
    Ticket ticket = collected(0, "ZA001");
    String id = ticket.issuanceId();
    tamper("UPDATE issuance SET sheet='ZA002' WHERE issuance=?", id);
    LocalDate day = today();
    var _ = days.close(day, patience());
    var clock = new TurnedClock();
    var differences = new Differences(journal, days, clock);
    differences.look(patience());
    Instant nine = day.plusDays(1).atTime(9, 0).atZone(HallTime.ZONE).toInstant();
    clock.now = nine.minusMillis(1);
    assertEquals(1, differences.unexplained().size());
    assertEquals(List.of(), differences.obstacles(), "not before nine");
    clock.now = nine;
    assertEquals(List.of(new Obstacle.Unexplained(day + " R3 " + id)), differences.obstacles());
    var again = new Differences(journal, days, clock);
    again.look(patience());
    assertEquals(1, again.obstacles().size(), "after a start too");

    var persons = new TwoPersons("wang", "li");
    assertInstanceOf(
        StaffAnswer.DoesNotFit.class, differences.explain(day, "ZA009", "seen", persons));
    assertEquals(
        new StaffAnswer.Recorded(), differences.explain(day, id, "typing mistake", persons));
    assertEquals(List.of(), differences.obstacles());
    again.look(patience());
    assertEquals(List.of(), again.obstacles());
  }

  @Test
  void aDifferenceThatIsGoneClosesNothing() throws Exception {
    Ticket ticket = collected(0, "ZA001");
    tamper("UPDATE issuance SET phase='PRINTING' WHERE issuance=?", ticket.issuanceId());
    var _ = days.close(today(), patience());
    var clock = new TurnedClock();
    clock.now = CLOCK.wallTime().plus(Duration.ofDays(2));
    var differences = new Differences(journal, days, clock);
    differences.look(patience());
    assertEquals(1, differences.obstacles().size());
    tamper("UPDATE issuance SET phase='COLLECTED' WHERE issuance=?", ticket.issuanceId());
    differences.look(patience());
    assertEquals(List.of(), differences.obstacles());
  }

  @Test
  void aDayThatWasClosedWithoutTheRegistryIsComparedWhenItIsBack() throws Exception {
    Ticket ticket = collected(0, "ZA001");
    tamper("UPDATE issuance SET sheet='ZA002' WHERE issuance=?", ticket.issuanceId());
    var _ = days(Optional.empty()).close(today(), patience());
    var differences = new Differences(journal, days, CLOCK);
    differences.look(patience());
    assertEquals(
        List.of(new Differences.Unexplained(today(), Discrepancy.Code.R3, ticket.issuanceId())),
        differences.unexplained());
  }
}
