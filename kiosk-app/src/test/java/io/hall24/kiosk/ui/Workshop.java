package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.device.Camera;
import io.hall24.device.DeviceId;
import io.hall24.device.camera.JavacvCameraDriver;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.IssuanceLedger;
import io.hall24.kiosk.issuance.StockEvent;
import io.hall24.kiosk.issuance.StockLedger;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.ops.health.HealthDesk;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.health.HealthSources;
import io.hall24.kiosk.ops.health.Ledgers;
import io.hall24.kiosk.ops.health.VisitTally;
import io.hall24.kiosk.ops.maintenance.CameraTest;
import io.hall24.kiosk.ops.maintenance.MaintenanceEvent;
import io.hall24.kiosk.ops.maintenance.MaintenanceRoom;
import io.hall24.kiosk.ops.maintenance.PrinterTest;
import io.hall24.kiosk.ops.staff.CredentialChange;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.ops.staff.Role;
import io.hall24.kiosk.ops.staff.StaffEvent;
import io.hall24.kiosk.ops.staff.StaffLedger;
import io.hall24.kiosk.ops.staff.StaffName;
import io.hall24.kiosk.ops.staff.StaffRegister;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A maintenance room over a real journal, with one technician and a camera that is not there. */
record Workshop(
    Journal journal, StatusBoard board, SupervisedDevice<Camera> camera, MaintenanceRoom room)
    implements AutoCloseable {
  static final String TERMINAL = "H24-TEST-0007";
  static final String PIN = "482913";
  private static final CryptoSuite SUITE = CryptoSuite.international();

  static Workshop open(Path data, HallClock clock) {
    KeyVault vault =
        assertInstanceOf(
                VaultOpening.Opened.class,
                KeyVault.create(data.resolve("keys"), "only for tests".toCharArray(), SUITE))
            .vault();
    Journal journal =
        assertInstanceOf(
                OpenResult.Opened.class,
                Journal.open(
                    new JournalPlace(
                        data, Path.of(System.getProperty("java.io.tmpdir"), "hall24-test-native")),
                    SUITE,
                    vault,
                    TERMINAL,
                    codecs(),
                    List.of(new IssuanceLedger(), new StockLedger(), new StaffLedger()),
                    clock))
            .journal();
    StatusBoard board = new StatusBoard(clock);
    var register =
        new StaffRegister(
            data, journal, vault, SUITE, new PinHash.Cost(8, 1), clock, VerifiedTime.UNKNOWN);
    assertInstanceOf(
        CredentialChange.Changed.class,
        register.set(new StaffName("wang"), Role.TECHNICIAN, Pin.of(PIN.toCharArray())));
    var driver = new JavacvCameraDriver();
    var nowhere =
        driver
            .settings()
            .resolve(Map.of("source", data.resolve("none%03d.jpg").toString(), "format", "image2"));
    var camera =
        new SupervisedDevice<>(
            (Camera) driver.create(new DeviceId("camera"), nowhere, clock),
            board,
            clock,
            new Random(1));
    var health = new HealthDesk(sources(data, board, journal, clock), clock);
    return new Workshop(
        journal,
        board,
        camera,
        new MaintenanceRoom(
            new MaintenanceRoom.Parts(
                register,
                journal,
                board,
                List.of(camera),
                health::report,
                new CameraTest(camera, clock),
                new PrinterTest(Optional.empty(), false, () -> new byte[0]),
                Optional.empty(),
                clock)));
  }

  private static List<EventCodec<?>> codecs() {
    return Stream.of(
            IssuanceEvent.codecs(),
            StockEvent.codecs(),
            StaffEvent.codecs(),
            MaintenanceEvent.codecs())
        .<EventCodec<?>>flatMap(List::stream)
        .toList();
  }

  private static HealthSources sources(
      Path data, StatusBoard board, Journal journal, HallClock clock) {
    return new HealthSources(
        TERMINAL,
        new HealthReport.Versions("0.1.0", "25"),
        board,
        Ledgers.of(journal),
        new RegistryTime(Instant.EPOCH, clock),
        List::of,
        new VisitTally(),
        List.of(),
        data,
        List.of());
  }

  @Override
  public void close() {
    camera.close();
    journal.close();
  }
}
