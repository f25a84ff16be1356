package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.kiosk.journal.Recorded;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.ops.maintenance.MaintenanceEvent;
import io.hall24.kiosk.ops.maintenance.MaintenanceRoom;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A technician at the panel, without the panel. */
@Timeout(60)
class MaintenanceTest {
  @TempDir Path data;
  private Workshop workshop;
  private final SetClock clock = new SetClock();
  private final StaffPanel panel = new StaffPanel();
  private Thread running = Thread.currentThread();

  @BeforeEach
  void open() {
    workshop = Workshop.open(data, clock);
  }

  @AfterEach
  void close() throws InterruptedException {
    if (running != Thread.currentThread()) {
      running.interrupt();
      running.join();
    }
    workshop.close();
  }

  private void knock() {
    var maintenance = new Maintenance(workshop.room(), panel, Workshop.TERMINAL, clock);
    running =
        Thread.ofVirtual()
            .start(() -> {
              try {
                maintenance.run();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void type(String number, String pin) throws InterruptedException {
    StaffState.Knocking pad = panel.await(StaffState.Knocking.class, state -> !state.checking());
    (number + pin).chars().forEach(digit -> pad.entry().type((char) digit));
    pad.touches().enter().run();
  }

  private StaffState.Working enter() throws InterruptedException {
    knock();
    type("101", Workshop.PIN);
    return panel.await(StaffState.Working.class, state -> !state.groups().isEmpty());
  }

  private List<MaintenanceEvent> events() {
    return workshop
        .journal()
        .events(1, MaintenanceEvent.class)
        .<MaintenanceEvent>map(Recorded::event)
        .toList();
  }

  @Test
  void theRightPinOpensAndTheButtonLeaves() throws Exception {
    StaffState.Working board = enter();
    assertEquals("wang", board.who());
    assertTrue(
        workshop.board().of(MaintenanceRoom.ID).orElseThrow().state() == DeviceState.DEVICE_BUSY);
    clock.pass(Duration.ofSeconds(75));
    board.touches().leave().run();
    running.join();
    panel.awaitLeft();
    assertEquals(
        List.of(
            new MaintenanceEvent.Opened(101, "wang"),
            new MaintenanceEvent.Closed(101, MaintenanceEvent.Ending.LEFT, 75)),
        events());
    assertEquals(DeviceState.ONLINE, workshop.board().of(MaintenanceRoom.ID).orElseThrow().state());
  }

  @Test
  void wrongPinsAreRefusedAndThenLockedOutAlsoForTheRightOne() throws Exception {
    knock();
    for (int left = 4; left >= 0; left--) {
      type("101", "908172");
      Words wanted = Words.of("maintenance.refused", left);
      StaffState.Knocking pad =
          panel.await(
              StaffState.Knocking.class, state -> state.remark().equals(Optional.of(wanted)));
      assertEquals("", pad.entry().number(), "nothing of it stays on the screen");
    }
    type("101", Workshop.PIN);
    panel.await(
        StaffState.Knocking.class,
        state ->
            state
                .remark()
                .filter(words -> words.toString().contains("maintenance.locked-out"))
                .isPresent());
    assertEquals(List.of(), events());
  }

  @Test
  void leavesByItselfAfterTenMinutesWithoutATouch() throws Exception {
    StaffState.Working board = enter();
    clock.pass(Maintenance.IDLE.minusSeconds(2));
    awaitIdle(Duration.ofSeconds(2));
    board.touches().touched().run();
    awaitIdle(Maintenance.IDLE);
    clock.pass(Maintenance.IDLE.minusSeconds(2));
    awaitIdle(Duration.ofSeconds(2));
    assertTrue(running.isAlive());
    clock.pass(Duration.ofSeconds(2));
    running.join();
    assertEquals(
        MaintenanceEvent.Ending.IDLE,
        assertInstanceOf(MaintenanceEvent.Closed.class, events().getLast()).ending());
  }

  private void awaitIdle(Duration left) throws InterruptedException {
    panel.await(StaffState.Working.class, state -> state.idle().equals(StaffWords.duration(left)));
  }

  @Test
  void theKeypadLeavesAfterAMinuteWithoutATouch() throws Exception {
    knock();
    panel.await(StaffState.Knocking.class, _ -> true);
    clock.pass(Maintenance.KEYPAD_IDLE);
    running.join();
    panel.awaitLeft();
    assertEquals(List.of(), events());
  }

  @Test
  void aTerminalThatStopsRecordsThatStaffWereIn() throws Exception {
    enter();
    running.interrupt();
    running.join();
    assertEquals(
        MaintenanceEvent.Ending.STOPPED,
        assertInstanceOf(MaintenanceEvent.Closed.class, events().getLast()).ending());
  }

  @Test
  void whatBreaksRisesToTheTop() throws Exception {
    workshop.board().publish(new DeviceId("printer"), DeviceState.ONLINE, "");
    workshop.board().publish(new DeviceId("camera"), DeviceState.ONLINE, "");
    enter();
    workshop.board().publish(new DeviceId("printer"), DeviceState.USER_ERROR, "media-jam-error");
    StaffState.Working now =
        panel.await(
            StaffState.Working.class,
            state -> state.devices().getFirst().level() == StaffState.Level.BAD);
    assertEquals("printer", now.devices().getFirst().id());
    assertEquals("media-jam-error", now.devices().getFirst().detail());
    assertTrue(
        now.devices().stream().noneMatch(line -> line.id().equals(MaintenanceRoom.ID.name())));
  }

  @Test
  void aTestPageIsNotPrintedWhereThereIsOnlyThePrinterOfStock() throws Exception {
    StaffState.Working board = enter();
    board.touches().testPrinter().run();
    panel.await(
        StaffState.Working.class,
        state -> state.printer().remark().equals(Words.of("maintenance.paper.no-printer")));
    assertEquals(new MaintenanceEvent.PrinterTested(101, "no-plain-printer"), events().getLast());
  }

  @Test
  void itNeverOpensDuringAVisitAndNobodyIsServedWhileItIsOpen() throws Exception {
    var host = new OneVisitHost();
    var screen = new HallPanel();
    Kiosk kiosk = new Kiosk(screen, host, Samples.HALL, Samples.WAITING, clock);
    var maintenance = new Maintenance(workshop.room(), panel, Workshop.TERMINAL, clock);
    running =
        Thread.ofVirtual()
            .start(() -> {
              try {
                kiosk.run();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    screen.awaitHome().run();
    host.entered.await();
    kiosk.between(maintenance);
    assertTrue(panel.neverShown());
    host.leaves.countDown();
    Runnable start = screen.awaitHome();
    kiosk.between(maintenance);
    type("101", Workshop.PIN);
    StaffState.Working board = panel.await(StaffState.Working.class, _ -> true);
    start.run();
    assertEquals(1, host.served.get(), "a touch of the first screen that is not there");
    board.touches().leave().run();
    screen.awaitHome();
    assertEquals(1, host.served.get());
    kiosk.stop();
  }

  /** Serves one person, for as long as the test wants. */
  private static final class OneVisitHost implements Host {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leaves = new CountDownLatch(1);
    private final AtomicInteger served = new AtomicInteger();

    @Override
    public Conditions conditions() {
      return new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty());
    }

    @Override
    public void serve(Purpose purpose, Dialogue dialogue) throws InterruptedException {
      served.incrementAndGet();
      entered.countDown();
      leaves.await();
      throw new IllegalStateException("a visit breaks off, so that nobody reads its end");
    }

    @Override
    public void rate(Dialogue ask) {}

    @Override
    public void leave(VisitOutcome.Why why) {
      // The clock of this test lets no time pass between two looks.
    }
  }
}
