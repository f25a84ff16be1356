package io.hall24.kiosk.app;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.DoorContact;
import io.hall24.device.DoorContact.DoorReport;
import io.hall24.device.PowerSource;
import io.hall24.device.PowerSource.Feed;
import io.hall24.device.PowerSource.PowerReport;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.issuance.Obstacle;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.ops.maintenance.HousingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches power and door, and keeps the lights. A battery that is low and an open or tampered
 * housing close the licence service; a copy that is under way is finished. A contact or UPS that
 * does not answer closes nothing: its state says so, and who is served does not depend on it.
 */
final class Housing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housing.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final DoorReport CLOSED = new DoorReport(false, false, 0);

  private final Journal journal;
  private final HallClock clock;
  private final List<Thread> watches = new ArrayList<>();
  private volatile Optional<PowerReport> power = Optional.empty();
  private volatile Optional<DoorReport> door = Optional.empty();
  private volatile Optional<Moment> story = Optional.empty();
  private Optional<Chore> lights = Optional.empty();
  private Optional<Chimes> chimes = Optional.empty();

  private Housing(Journal journal, HallClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Watches what is there.
   *
   * @param board tells when the camera is on and whether the printer works
   */
  static Housing watch(Devices devices, StatusBoard board, Journal journal, HallClock clock) {
    var housing = new Housing(journal, clock);
    Peripherals peripherals = devices.peripherals();
    housing.lights =
        LightKeeper.keep(
            peripherals.lights(),
            () ->
                LightKeeper.wanted(
                    devices.cameras().anyOpen(),
                    housing.story,
                    housing.closed().isPresent() || !usable(board, devices.printer().id())),
            clock);
    housing.chimes = Chimes.on(peripherals.audio());
    peripherals.power().ifPresent(ups -> housing.start("watch-power", () -> housing.power(ups)));
    peripherals.door().ifPresent(it -> housing.start("watch-door", () -> housing.door(it)));
    return housing;
  }

  private static boolean usable(StatusBoard board, DeviceId device) {
    return board.of(device).map(DeviceStatus::state).filter(DeviceState::usable).isPresent();
  }

  /** The dialogue, whose story lights and sounds follow. */
  Dialogue lit(Dialogue person) {
    return new ToldDialogue(person, this::follow);
  }

  private void follow(Optional<Moment> moment) {
    story = moment;
    moment.ifPresent(shown -> chimes.ifPresent(sounds -> sounds.heard(shown)));
  }

  private interface Watch {
    void run() throws InterruptedException;
  }

  private void start(String name, Watch watch) {
    watches.add(
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              try {
                while (true) {
                  watch.run();
                }
              } catch (InterruptedException closed) {
                LOG.debug("{} ends", name);
              }
            }));
  }

  private void power(SupervisedDevice<PowerSource> ups) throws InterruptedException {
    clock.sleep(LOOK);
    switch (ups.call(LOOK, PowerSource::report)) {
      case Attempt.Done<PowerReport>(var now) -> {
        Optional<PowerReport> before = power;
        power = Optional.of(now);
        boolean mains = now.feed() == Feed.MAINS;
        boolean news =
            before.map(old -> old.feed() != now.feed() || old.low() != now.low()).orElse(!mains);
        if (news) {
          record(new HousingEvent.Power(mains, now.low()));
        }
      }
      case Attempt.Failed<PowerReport> _ -> power = Optional.empty();
    }
  }

  private void door(SupervisedDevice<DoorContact> contact) throws InterruptedException {
    DoorReport known = door.orElse(CLOSED);
    Attempt<DoorReport> answer =
        door.isEmpty()
            ? contact.call(LOOK, DoorContact::report)
            : contact.call(WAIT, (it, patience) -> it.awaitOtherThan(known, patience));
    if (answer instanceof Attempt.Done<DoorReport>(var now)) {
      door = Optional.of(now);
      if (now.open() != known.open()
          || now.tampered() != known.tampered()
          || now.openings() > known.openings()) {
        record(new HousingEvent.Door(now.open(), now.tampered(), now.openings()));
      }
    } else if (!contact.isOpen()) {
      clock.sleep(LOOK);
    }
  }

  private void record(Event event) {
    LOG.warn("{}", event);
    if (journal.append(event) instanceof AppendResult.NotRecorded<?>(var fault, var detail)) {
      LOG.error("not recorded: {} {}", fault, detail);
    }
  }

  /** What keeps licences from being issued now. */
  List<Obstacle> obstacles() {
    List<Obstacle> obstacles = new ArrayList<>();
    power
        .filter(now -> !now.enoughForAVisit())
        .map(now -> new Obstacle.PowerLow("on battery, " + now.charge()))
        .ifPresent(obstacles::add);
    door.filter(now -> now.open() || now.tampered())
        .map(now -> new Obstacle.HousingOpen(now.toString()))
        .ifPresent(obstacles::add);
    return obstacles;
  }

  /** The same in the words of a person's world. */
  Optional<Part> closed() {
    if (power.filter(now -> !now.enoughForAVisit()).isPresent()) {
      return Optional.of(Part.POWER);
    }
    return door.filter(now -> now.open() || now.tampered()).map(_ -> Part.HOUSING);
  }

  @Override
  public void close() {
    lights.ifPresent(Chore::close);
    chimes.ifPresent(Chimes::close);
    watches.forEach(Thread::interrupt);
  }
}
