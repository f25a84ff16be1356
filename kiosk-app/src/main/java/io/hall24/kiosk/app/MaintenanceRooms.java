package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.config.Profile.Role;
import io.hall24.device.status.StatusBoard;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.ops.StockPrinters;
import io.hall24.kiosk.ops.health.HealthDesk;
import io.hall24.kiosk.ops.maintenance.CameraTest;
import io.hall24.kiosk.ops.maintenance.MaintenanceRoom;
import io.hall24.kiosk.ops.maintenance.PrinterTest;
import io.hall24.kiosk.ops.maintenance.TestPage;
import io.hall24.kiosk.ops.staff.StaffCards;
import io.hall24.kiosk.ops.staff.StaffRegister;
import java.net.URI;
import java.util.Optional;

/** Furnishes the room of the technicians. */
final class MaintenanceRooms {
  private static final String FONT = "NotoSansSC_400Regular.ttf";

  private MaintenanceRooms() {}

  static MaintenanceRoom of(
      TerminalSetup setup,
      Devices devices,
      StatusBoard board,
      Journal journal,
      StaffRegister staff,
      HealthDesk health) {
    Profile profile = setup.profile();
    var page =
        new TestPage(
            profile.issuance().fonts().resolve(FONT), profile.terminal().id(), setup.clock());
    return new MaintenanceRoom(
        new MaintenanceRoom.Parts(
            staff,
            journal,
            board,
            devices.all(),
            health::report,
            new CameraTest(devices.camera(), setup.clock()),
            new PrinterTest(devices.plainPrinter(), holdsStock(profile), page),
            devices
                .peripherals()
                .staffCardReader()
                .map(reader -> new StaffCards(reader, CryptoSuite.international())),
            setup.clock()));
  }

  /** One printer has many names; what counts is the machine and the port. */
  private static boolean holdsStock(Profile profile) {
    return uri(profile, Role.PLAIN_PRINTER)
        .filter(
            plain -> new StockPrinters(uri(profile, Role.PRINTER).stream().toList()).contain(plain))
        .isPresent();
  }

  private static Optional<URI> uri(Profile profile, Role role) {
    return Optional.ofNullable(profile.devices().get(role))
        .flatMap(entry -> Optional.ofNullable(entry.settings().get("uri")))
        .map(URI::create);
  }
}
