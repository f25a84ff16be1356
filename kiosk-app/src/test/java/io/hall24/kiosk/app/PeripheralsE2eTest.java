package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.OpeningHours;
import io.hall24.config.Profile;
import io.hall24.config.Profile.DeviceEntry;
import io.hall24.config.Profile.Role;
import io.hall24.device.simulated.escpos.EscPosMachine;
import io.hall24.device.simulated.escpos.Printed;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.registry.RemoteClerk;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.ops.maintenance.HousingEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands around a visit: the receipt printer, power, door and lights, on a terminal whose
 * passport is vsmartcard's and whose printer is {@code ippeveprinter}.
 */
@Tag("e2e")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PeripheralsE2eTest {
  private static final InventedPerson SU = InventedPerson.SU_WANQING;
  private static final Profile.Opening EVERY_WAY =
      new Profile.Opening(
          OpeningHours.ALWAYS, OpeningHours.ALWAYS, OpeningHours.ALWAYS, OpeningHours.ALWAYS);
  private static final String TAKE_IT =
      "ok " + Chime.TAKE.sound().samples().length + " samples, LOUDSPEAKER";
  private static final Duration SOON = Duration.ofSeconds(5);

  private VisitStage stage;
  private Playing hand;

  @SuppressWarnings("NullAway.Init")
  PeripheralsE2eTest() {}

  @BeforeAll
  void set(@TempDir Path directory) throws IOException, InterruptedException {
    Path chair = emptyChair(directory.resolve("chair"));
    stage = VisitStage.set(directory, Cast.of(SU), profile -> withLowCamera(profile, chair));
    hand = new Playing(directory.resolve("world"));
  }

  private static Path emptyChair(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int number = 1; number <= 2; number++) {
      ImageIO.write(
          new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR),
          "jpg",
          folder.resolve("face%03d.jpg".formatted(number)).toFile());
    }
    return folder;
  }

  /** The person sits: only a camera further down sees them. */
  private static Profile withLowCamera(Profile shipped, Path chair) {
    Map<Role, DeviceEntry> devices = new EnumMap<>(shipped.devices());
    DeviceEntry usual = Objects.requireNonNull(devices.get(Role.CAMERA));
    Map<String, String> above = new HashMap<>(usual.settings());
    above.put("source", chair.resolve("face%03d.jpg").toString());
    devices.put(Role.CAMERA, new DeviceEntry("camera", usual.driver(), above, usual.lines(), 1));
    devices.put(
        Role.LOW_CAMERA,
        new DeviceEntry("low-camera", usual.driver(), usual.settings(), usual.lines(), 1));
    return VisitStage.with(VisitStage.with(shipped, devices), EVERY_WAY);
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  private static boolean soon(BooleanSupplier holds) {
    return Patience.of(SOON, HallClock.system()).until(Duration.ofMillis(50), holds);
  }

  private Optional<Part> closed() {
    return stage.terminal().housing().closed();
  }

  private VisitStage.Left visit(java.util.function.Consumer<Moment> then)
      throws IOException, InterruptedException {
    stage.world().recast(Cast.of(SU));
    return stage.visit(Script.smooth(SU), then);
  }

  @Test
  void copyUnderWayIsFinishedWhenTheBatteryRunsLowAndTheNextIsNotBegun() throws Exception {
    List<String> lights = new ArrayList<>();
    Set<String> camera = new LinkedHashSet<>();
    var left =
        visit(moment -> {
          if (moment instanceof Moment.LookAtCamera) {
            soon(() -> hand.say("lights", "get CAMERA").equals("ok STEADY"));
            camera.add(hand.say("lights", "get CAMERA"));
          }
          if (moment instanceof Moment.AskingRegistry) {
            soon(() -> hand.say("lights", "get CAMERA").equals("ok OFF"));
            camera.add(hand.say("lights", "get CAMERA"));
          }
          if (moment instanceof Moment.Printing(_, _, _, var part)
              && part == Moment.Printing.Stage.PRINTING) {
            hand.say("power", "set mains false");
            hand.say("power", "set charge 9");
            soon(() -> closed().isPresent());
          }
          if (moment instanceof Moment.TakeSheet) {
            soon(() -> hand.say("lights", "get OUTPUT").equals("ok SLOW"));
            lights.add(hand.say("lights", "get OUTPUT"));
            lights.add(hand.say("lights", "get SERVICE"));
            soon(() -> hand.say("audio", "get heard").equals(TAKE_IT));
            lights.add(hand.say("audio", "get heard"));
          }
        });
    assertInstanceOf(VisitOutcome.PartlyCollected.class, left.outcome(), "one of two copies");
    assertTrue(left.has(VisitEvent.FaceCompared.class), "seen by the low camera");
    assertEquals(List.of("ok STEADY", "ok OFF"), List.copyOf(camera));
    assertEquals(List.of("ok SLOW", "ok STEADY", TAKE_IT), lights.subList(0, 3));
    assertTrue(left.has(HousingEvent.Power.class));
    assertEquals(Optional.of(Part.POWER), closed());

    var refused = visit(moment -> {});
    assertEquals(new VisitOutcome.ServiceUnavailable(Part.POWER), refused.outcome());

    hand.say("power", "set mains true");
    assertTrue(soon(() -> closed().isEmpty()), "open again when the mains are back");
    assertTrue(soon(() -> hand.say("lights", "get SERVICE").equals("ok OFF")));
    slipWasPrinted(stage.world().receiptRoll());
  }

  private static void slipWasPrinted(EscPosMachine printer) {
    assertTrue(soon(() -> printer.roll().contains(new Printed.Cut())), "no slip came out");
    long bands = printer.roll().stream().filter(Printed.Dots.class::isInstance).count();
    assertTrue(bands > 10, "drawn: " + bands);
  }

  private VisitStage.Left withoutFace(Script script) throws IOException, InterruptedException {
    stage.world().recast(Cast.of(SU));
    return stage.visit(script.withoutFace().disputing());
  }

  @Test
  void clerkFromAfarConfirmsWhoeverUsesNoFaceAndTheRecordNamesTheCall() throws Exception {
    var left = withoutFace(Script.smooth(SU));
    assertEquals("wrong-information", left.outcome().code(), "confirmed, and then disputed");
    assertTrue(
        left.moments().stream()
            .anyMatch(moment ->
                moment instanceof Moment.CallingClerk(var number, var ahead)
                    && number.filter(digits -> digits.matches("[0-9]{4}")).isPresent()
                    && ahead.isEmpty()));
    assertTrue(
        left.events().stream()
            .anyMatch(event ->
                event
                        instanceof
                        VisitEvent.RemoteClerkAsked(
                            var _,
                            var _,
                            var outcome,
                            var reference,
                            var proven)
                    && outcome.equals("CONFIRMED")
                    && reference.isPresent()
                    && proven.equals(List.of("ONE_TIME_CODE", "PIN"))));
    assertTrue(!left.has(VisitEvent.FaceCompared.class));
  }

  @Test
  void whomTheClerkFromAfarDeclinesIsOfferedTheClerkOfTheHallOnly() throws Exception {
    stage.world().registry().letClerk(RemoteClerk.DECLINES);
    try {
      var left = withoutFace(Script.smooth(SU));
      assertEquals(new VisitOutcome.OtherRoute(), left.outcome());
      assertTrue(!left.has(VisitEvent.CredentialShown.class));
    } finally {
      stage.world().registry().letClerk(RemoteClerk.CONFIRMS);
    }
  }

  @Test
  void electronicCredentialBeforeTheScannerConfirmsItsHolder() throws Exception {
    var left = withoutFace(Script.smooth(SU).with(stage.world()::showCredential));
    assertEquals("wrong-information", left.outcome().code(), "confirmed, and then disputed");
    assertTrue(
        left.events().stream()
            .anyMatch(event ->
                event instanceof VisitEvent.CredentialShown(var _, var outcome, var issuer)
                    && outcome.equals("OF_HOLDER")
                    && issuer.isPresent()));
  }

  @Test
  void openDoorIsRecordedAndClosesTheService() {
    long before = stage.terminal().journal().head().sequence();
    hand.say("door", "set open true");
    assertTrue(soon(() -> closed().equals(Optional.of(Part.HOUSING))));
    hand.say("door", "set open false");
    assertTrue(soon(() -> closed().isEmpty()));
    assertTrue(
        stage.eventsAfter(before).contains(new HousingEvent.Door(true, false, 1)),
        () -> stage.eventsAfter(before).toString());
  }
}
