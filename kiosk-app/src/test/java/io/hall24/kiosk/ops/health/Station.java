package io.hall24.kiosk.ops.health;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.Capabilities;
import io.hall24.device.Consumable;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.FailureKind;
import io.hall24.device.Feature;
import io.hall24.device.Medium;
import io.hall24.device.SupplyLevel;
import io.hall24.device.status.DeviceRecord;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.IssuanceLedger;
import io.hall24.kiosk.issuance.IssuanceState;
import io.hall24.kiosk.issuance.Recovered;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SheetRange;
import io.hall24.kiosk.issuance.StaffAnswer;
import io.hall24.kiosk.issuance.StockEvent;
import io.hall24.kiosk.issuance.StockLedger;
import io.hall24.kiosk.issuance.StockRoom;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.issuance.UnknownReason;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.licence.Copy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A terminal as far as its health goes: a real journal with real ledgers, a status board, registry
 * time and counted visits. One licence is printed in it whose fate nobody knows.
 */
public final class Station implements AutoCloseable {
  public static final String TERMINAL = "H24-TEST-0007";
  static final String ISSUANCE = "0d7a5a5e-1111-4222-8333-444455556666";
  static final String ORDER = "ORDER-OF-SOMEBODY";
  static final String PASSPORT = "L898902C3";
  static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");
  private static final HallClock CLOCK = HallClock.system();
  private static final CryptoSuite SUITE = CryptoSuite.international();

  final Path data;
  public final Journal journal;
  public final StatusBoard board = new StatusBoard(CLOCK);
  public final RegistryTime time = new RegistryTime(BUILT, CLOCK);
  final VisitTally visits = new VisitTally();

  private Station(Path data, Journal journal) {
    this.data = data;
    this.journal = journal;
  }

  /** Just started, with an empty journal. */
  static Station fresh(Path data) {
    VaultOpening opening =
        KeyVault.create(data.resolve("keys"), "only for tests".toCharArray(), SUITE);
    KeyVault vault =
        opening instanceof VaultOpening.Opened(KeyVault made) ? made : fail("vault: " + opening);
    List<EventCodec<?>> codecs =
        Stream.of(IssuanceEvent.codecs(), StockEvent.codecs(), VisitEvent.codecs())
            .<EventCodec<?>>flatMap(List::stream)
            .toList();
    OpenResult opened =
        Journal.open(
            place(data),
            SUITE,
            vault,
            TERMINAL,
            codecs,
            List.of(new IssuanceLedger(), new StockLedger()),
            CLOCK);
    return opened instanceof OpenResult.Opened(Journal journal)
        ? new Station(data, journal)
        : fail("journal: " + opened);
  }

  /** After some work, with everything to report that a terminal can have. */
  public static Station busy(Path data) {
    Station station = fresh(data);
    station.load();
    station.loseASheet();
    station.board.publish(new DeviceId("network"), DeviceState.ONLINE, "");
    station.board.publish(
        new DeviceId("printer"),
        DeviceState.USER_ERROR,
        "media-empty",
        Optional.of(printerWithoutPaper()));
    station.time.note(CLOCK.wallTime().minusSeconds(5));
    station.visits.ended(
        "collected",
        Optional.of(Duration.ofMillis(12_500)),
        List.of(new VisitTally.StepTime("read-document", Duration.ofMillis(2_300))));
    station.visits.ended("abandoned", Optional.empty(), List.of());
    return station;
  }

  private static DeviceRecord printerWithoutPaper() {
    return new DeviceRecord(
        DeviceKind.PAGE_PRINTER,
        false,
        Map.of(FailureKind.USER_ERROR, 2L),
        Optional.of(FailureKind.USER_ERROR),
        Optional.of(CLOCK.wallTime()),
        Optional.of("4.2"),
        List.of(new Consumable.Supply("toner", SupplyLevel.LOW, OptionalInt.of(7))),
        Capabilities.without(Feature.CUTTER));
  }

  private void load() {
    StaffAnswer answer =
        new StockRoom(journal)
            .load(
                Medium.A3,
                new SheetRange(new SheetNumber("A000001"), new SheetNumber("A000012")),
                new TwoPersons("wang", "li"));
    assertInstanceOf(StaffAnswer.Recorded.class, answer);
  }

  private void loseASheet() {
    Ticket ticket = new Ticket(ISSUANCE, ORDER, new Copy.Original());
    SheetNumber sheet = new SheetNumber("A000001");
    record(new IssuanceEvent.Requested(ticket));
    record(new IssuanceEvent.Granted(ticket, "grant-1", grant()));
    record(new IssuanceEvent.SheetReserved(ticket, "grant-1", Medium.A3, sheet, 7));
    record(new IssuanceEvent.Printing(ticket, "grant-1", sheet, 7));
    record(new IssuanceEvent.Unknown(ticket, sheet, UnknownReason.NO_SHEET));
    record(new StockEvent.TrayClosed(Medium.A3, "after an Unknown"));
    record(new VisitEvent.WishNoted("0011223344556677", "PASSPORT", PASSPORT, "UTO", "1974-08-12"));
  }

  private static String grant() {
    var face = "{\"face\":{\"qr\":\"https://example.invalid/" + ORDER + "\"}}";
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(face.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  private void record(Event event) {
    assertInstanceOf(AppendResult.Durable.class, journal.append(event));
  }

  /** The reports of a terminal that has ended. */
  static HealthDesk atRest(Path data) {
    return HealthDesk.atRest(
        new HealthSources(
            TERMINAL,
            new HealthReport.Versions("0.1.0", "25"),
            new StatusBoard(CLOCK),
            Ledgers.in(place(data)),
            new RegistryTime(BUILT, CLOCK),
            List::of,
            new VisitTally(),
            List.of(),
            data,
            List.of("identity.infrared: no infrared source")),
        CLOCK);
  }

  private static JournalPlace place(Path data) {
    return new JournalPlace(
        data, Path.of(System.getProperty("java.io.tmpdir"), "hall24-test-native"));
  }

  /** Its reports. */
  HealthDesk desk(DatedCertificate... certificates) {
    return new HealthDesk(
        new HealthSources(
            TERMINAL,
            new HealthReport.Versions("0.1.0", "25"),
            board,
            Ledgers.of(journal),
            time,
            () ->
                List.of(
                    new Recovered(
                        new Ticket(ISSUANCE, ORDER, new Copy.Original()),
                        IssuanceState.PRINTING,
                        IssuanceState.UNKNOWN)),
            visits,
            List.of(certificates),
            data,
            List.of("identity.infrared: no infrared source")),
        CLOCK);
  }

  @Override
  public void close() {
    journal.close();
  }
}
