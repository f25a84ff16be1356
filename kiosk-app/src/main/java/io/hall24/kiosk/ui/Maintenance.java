package io.hall24.kiosk.ui;

import io.hall24.device.DeviceId;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.maintenance.MaintenanceEvent.Ending;
import io.hall24.kiosk.ops.maintenance.MaintenanceRoom;
import io.hall24.kiosk.ops.staff.Claim;
import io.hall24.kiosk.ops.staff.Entry;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.ui.StaffState.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a technician from the keypad through the maintenance screen and out again. Leaves by itself
 * when nobody touches the panel.
 */
public final class Maintenance implements Interlude {
  /** After this without a touch the screen leaves. */
  static final Duration IDLE = Duration.ofMinutes(10);

  /** After this without a touch the keypad leaves. */
  static final Duration KEYPAD_IDLE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
  private static final Duration TURN = Duration.ofMillis(200);
  private static final Duration REPORT_EVERY = Duration.ofSeconds(3);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private final MaintenanceRoom room;
  private final StaffScreen screen;
  private final String terminal;
  private final HallClock clock;

  /**
   * @param room where the work is done
   * @param screen shows it
   * @param terminal its id
   */
  public Maintenance(MaintenanceRoom room, StaffScreen screen, String terminal, HallClock clock) {
    this.room = room;
    this.screen = screen;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** What somebody wants. */
  private enum Wish {
    TOUCHED,
    ENTER,
    LEAVE,
    TEST_CAMERA,
    TEST_PRINTER
  }

  @Override
  public void run() throws InterruptedException {
    try {
      Optional<MaintenanceRoom.Visit> admitted = new Door().knock();
      if (admitted.isPresent()) {
        new Stay(admitted.get()).work();
      }
    } catch (RuntimeException broken) {
      LOG.error("the maintenance screen broke off", broken);
    } finally {
      screen.leave();
    }
  }

  /** What was touched, in order, and when somebody last did. */
  private final class Hand {
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    private long last = clock.nanoTime();

    Runnable of(Wish wish) {
      return () -> wishes.add(wish);
    }

    /** The next wish; empty when there is none in a moment. */
    Optional<Wish> next() throws InterruptedException {
      Optional<Wish> wish =
          Optional.ofNullable(wishes.poll(TURN.toMillis(), TimeUnit.MILLISECONDS));
      if (wish.isPresent()) {
        last = clock.nanoTime();
      }
      return wish;
    }

    Duration idle() {
      return Duration.ofNanos(clock.nanoTime() - last);
    }
  }

  /** The keypad. */
  private final class Door {
    private final Hand hand = new Hand();
    private final StaffEntry entry = new StaffEntry();
    private final StaffState.Keys keys =
        new StaffState.Keys(hand.of(Wish.ENTER), hand.of(Wish.LEAVE), hand.of(Wish.TOUCHED));

    Optional<MaintenanceRoom.Visit> knock() throws InterruptedException {
      try {
        show(Optional.empty(), false);
        while (hand.idle().compareTo(KEYPAD_IDLE) < 0) {
          Optional<Wish> wish = hand.next();
          if (wish.equals(Optional.of(Wish.LEAVE))) {
            return Optional.empty();
          }
          if (wish.equals(Optional.of(Wish.ENTER)) && entry.complete()) {
            Optional<MaintenanceRoom.Visit> admitted = enter();
            if (admitted.isPresent()) {
              return admitted;
            }
          }
        }
        return Optional.empty();
      } finally {
        entry.wipe();
      }
    }

    private Optional<MaintenanceRoom.Visit> enter() {
      show(Optional.empty(), true);
      try (Pin pin = entry.takePin()) {
        MaintenanceRoom.Opening opening = room.open(new Claim(entry.number(), pin));
        if (opening instanceof MaintenanceRoom.Opening.Opened(var visit)) {
          return Optional.of(visit);
        }
        entry.wipe();
        show(Optional.of(why(opening)), false);
        return Optional.empty();
      }
    }

    private void show(Optional<Words> remark, boolean checking) {
      screen.show(new StaffState.Knocking(entry, remark, checking, keys));
    }
  }

  private static Words why(MaintenanceRoom.Opening opening) {
    return switch (opening) {
      case MaintenanceRoom.Opening.Opened _ -> throw new IllegalArgumentException("opened");
      case MaintenanceRoom.Opening.Shut(var detail) -> Words.of("maintenance.shut", detail);
      case MaintenanceRoom.Opening.NotAdmitted(var entry) ->
          switch (entry) {
            case Entry.Admitted _ -> throw new IllegalArgumentException("admitted");
            case Entry.Refused(var left) -> Words.of("maintenance.refused", left);
            case Entry.LockedOut(var left) ->
                Words.of("maintenance.locked-out", StaffWords.duration(left.plusMillis(999)));
            case Entry.NotAllowed _ -> Words.of("maintenance.not-allowed");
            case Entry.Unavailable(var detail) -> Words.of("maintenance.shut", detail);
          };
    };
  }

  /** The screen. */
  private final class Stay {
    private final MaintenanceRoom.Visit visit;
    private final Hand hand = new Hand();
    private final StaffTests tests;
    private final StaffState.Buttons buttons =
        new StaffState.Buttons(
            hand.of(Wish.TEST_CAMERA),
            hand.of(Wish.TEST_PRINTER),
            hand.of(Wish.LEAVE),
            hand.of(Wish.TOUCHED));
    private final AtomicReference<Optional<HealthReport>> report =
        new AtomicReference<>(Optional.empty());
    private Optional<Thread> reporter = Optional.empty();
    private long nextReport = clock.nanoTime();
    private long nextLook = clock.nanoTime();

    Stay(MaintenanceRoom.Visit visit) {
      this.visit = visit;
      this.tests = new StaffTests(visit, screen);
    }

    void work() throws InterruptedException {
      Ending ending = Ending.STOPPED;
      try {
        ending = untilSomebodyLeaves();
      } finally {
        tests.end();
        screen.endPreview();
        visit.leave(ending);
      }
    }

    private Ending untilSomebodyLeaves() throws InterruptedException {
      Optional<StaffState> shown = Optional.empty();
      while (hand.idle().compareTo(IDLE) < 0) {
        refresh();
        StaffState state = state();
        if (!shown.equals(Optional.of(state))) {
          screen.show(state);
          shown = Optional.of(state);
        }
        Optional<Wish> wish = hand.next();
        if (wish.isPresent()) {
          switch (wish.get()) {
            case LEAVE -> {
              return Ending.LEFT;
            }
            case TEST_CAMERA -> tests.cameraTouched();
            case TEST_PRINTER -> tests.printerTouched();
            case ENTER, TOUCHED -> {}
          }
        }
      }
      return Ending.IDLE;
    }

    /** The report is assembled beside, because it walks through files. */
    private void refresh() {
      long now = clock.nanoTime();
      if (now - nextLook >= 0) {
        nextLook = now + LOOK_EVERY.toNanos();
        visit.look();
      }
      if (now - nextReport >= 0 && reporter.filter(Thread::isAlive).isEmpty()) {
        nextReport = now + REPORT_EVERY.toNanos();
        reporter =
            Optional.of(
                Thread.ofVirtual()
                    .name("maintenance-report")
                    .start(() -> report.set(Optional.of(visit.health()))));
      }
    }

    private StaffState state() {
      Instant now = clock.wallTime();
      Set<DeviceId> resting = visit.resting();
      List<Group> groups = report.get().map(StaffWords::groups).orElse(List.of());
      return new StaffState.Working(
          visit.member().name().text(),
          terminal,
          StaffWords.time(now),
          StaffWords.duration(IDLE.minus(hand.idle())),
          visit.devices().stream()
              .map(status -> StaffWords.device(status, resting.contains(status.device()), now))
              .toList(),
          groups,
          tests.camera(),
          tests.printer(),
          buttons);
    }
  }
}
