package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Profile;
import io.hall24.config.Profile.DeviceEntry;
import io.hall24.config.Profile.Role;
import io.hall24.device.Attempt;
import io.hall24.device.Medium;
import io.hall24.device.status.DeviceState;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.counterpart.VirtualPrinter;
import io.hall24.kiosk.ops.PlainPrint;
import io.hall24.kiosk.ops.maintenance.CameraTest;
import io.hall24.kiosk.ops.maintenance.MaintenanceRoom;
import io.hall24.kiosk.ops.maintenance.PrinterTest;
import io.hall24.kiosk.ops.staff.Claim;
import io.hall24.kiosk.ops.staff.CredentialChange;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.ops.staff.StaffName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A technician in a whole terminal among real daemons. */
@Tag("e2e")
@Timeout(180)
class MaintenanceE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final String PIN = "482913";
  @TempDir Path directory;
  private DemoWorld world;
  private VirtualPrinter plain;

  @BeforeEach
  void build() throws Exception {
    Path place = directory.resolve("world");
    world =
        DemoWorld.build(place, DataHome.find(), Cast.of(InventedPerson.LIN_HAIJIE), true, CLOCK);
    var started =
        VirtualPrinter.start(
            VirtualPrinter.freePort(),
            place.resolve("plain"),
            CLOCK,
            Patience.of(Duration.ofSeconds(20), CLOCK));
    plain = started instanceof Attempt.Done<VirtualPrinter>(var up) ? up : fail(started);
  }

  private static VirtualPrinter fail(Object why) {
    throw new AssertionError(why);
  }

  @AfterEach
  void end() {
    plain.close();
    world.close();
  }

  private Terminal terminal(URI plainPrinter) throws Exception {
    Profile shipped = DemoTerminal.profile(world);
    Map<Role, DeviceEntry> devices = new EnumMap<>(shipped.devices());
    devices.put(
        Role.PLAIN_PRINTER,
        new DeviceEntry(
            "plain-printer", "ipp-printer", Map.of("uri", plainPrinter.toString()), Map.of(), 1));
    return switch (DemoTerminal.open(world, directory, CLOCK, VisitStage.with(shipped, devices))) {
      case TerminalOpening.Opened(var opened) -> opened;
      case TerminalOpening.Failed(var problem, var remedy) ->
          throw new IllegalStateException(problem + "; " + remedy);
    };
  }

  private static MaintenanceRoom.Visit enter(Terminal terminal) {
    try (Pin pin = Pin.of(PIN.toCharArray())) {
      assertInstanceOf(
          CredentialChange.Changed.class,
          terminal
              .staff()
              .set(new StaffName("wang"), io.hall24.kiosk.ops.staff.Role.TECHNICIAN, pin));
      return assertInstanceOf(
              MaintenanceRoom.Opening.Opened.class,
              terminal.maintenance().open(new Claim("101", pin)))
          .visit();
    }
  }

  @Test
  void theCameraIsLookedThroughAndRestsAgain() throws Exception {
    try (Terminal terminal = terminal(plain.uri())) {
      MaintenanceRoom.Visit visit = enter(terminal);
      var previewed = new AtomicInteger();
      var seen =
          assertInstanceOf(
              CameraTest.Outcome.Seen.class,
              visit.camera().run(Duration.ofSeconds(2), _ -> previewed.incrementAndGet(), _ -> {}));
      CameraTest.Reading reading = seen.reading();
      assertTrue(reading.pictures() > 10, reading.toString());
      assertEquals(previewed.get(), reading.pictures());
      assertTrue(reading.perSecond() > 8 && reading.perSecond() < 40, reading.toString());
      assertTrue(reading.brightness() > 5 && reading.brightness() < 95, reading.toString());
      assertFalse(terminal.devices().camera().isOpen());
      world.breakCamera();
      assertInstanceOf(
          CameraTest.Outcome.Blind.class,
          visit.camera().run(Duration.ofSeconds(2), _ -> {}, _ -> {}));
    }
  }

  @Test
  void aTestPageComesOutOfThePlainPrinterAndNoStockMoves() throws Exception {
    try (Terminal terminal = terminal(plain.uri())) {
      int a4 = world.mechanics().loaded(Medium.A4);
      var followed =
          assertInstanceOf(
              PrinterTest.Outcome.Followed.class, enter(terminal).printer().run(_ -> {}));
      assertInstanceOf(PlainPrint.Outcome.Printed.class, followed.job());
      assertEquals(1, plain.mechanics().output().size());
      assertEquals(a4, world.mechanics().loaded(Medium.A4));
      assertTrue(world.mechanics().output().isEmpty());
    }
  }

  @Test
  void thePrinterOfStockIsRefusedUnderAnotherName() throws Exception {
    URI stock = world.printer().orElseThrow().uri();
    URI otherName = URI.create("ipp://127.0.0.1:" + stock.getPort() + "/ipp/print");
    try (Terminal terminal = terminal(otherName)) {
      int a4 = world.mechanics().loaded(Medium.A4);
      assertEquals(new PrinterTest.Outcome.HoldsStock(), enter(terminal).printer().run(_ -> {}));
      assertEquals(a4, world.mechanics().loaded(Medium.A4));
    }
  }

  @Test
  void anUnpluggedPrinterStandsFirstWithinTwoSeconds() throws Exception {
    try (Terminal terminal = terminal(plain.uri())) {
      MaintenanceRoom.Visit visit = enter(terminal);
      assertEquals(
          DeviceState.ONLINE, visit.devices().getFirst().state(), visit.devices()::toString);
      world.printer().orElseThrow().close();
      Patience patience = Patience.of(Duration.ofSeconds(2), CLOCK);
      while (visit.devices().getFirst().state().usable()) {
        visit.look();
        assertTrue(patience.pause(Duration.ofMillis(200)), visit.devices()::toString);
      }
      assertEquals("printer", visit.devices().getFirst().device().name());
    }
  }
}
