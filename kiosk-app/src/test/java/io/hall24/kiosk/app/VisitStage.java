package io.hall24.kiosk.app;

import io.hall24.config.OpeningHours;
import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.ScriptedCitizen;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Recorded;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitTimeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A whole terminal among real counterparts, and citizens who come to it. */
final class VisitStage implements AutoCloseable {
  /** Whatever the time is at which the tests run. */
  static final Profile.Opening CLERKS_ALWAYS =
      new Profile.Opening(
          OpeningHours.ALWAYS, OpeningHours.ALWAYS, OpeningHours.NEVER, OpeningHours.NEVER);

  private final DemoWorld world;
  private final Path directory;
  private Terminal terminal;
  private boolean running = true;

  /** What a visit left. */
  record Left(
      VisitOutcome outcome, List<Moment> moments, List<Event> events, VisitTimeline timeline) {
    /** The record of how it ended. */
    VisitEvent.Ended ended() {
      return events.stream()
          .filter(VisitEvent.Ended.class::isInstance)
          .map(VisitEvent.Ended.class::cast)
          .reduce((first, second) -> second)
          .orElseThrow();
    }

    boolean has(Class<? extends Event> type) {
      return events.stream().anyMatch(type::isInstance);
    }
  }

  private VisitStage(DemoWorld world, Path directory, Terminal terminal) {
    this.world = world;
    this.directory = directory;
    this.terminal = terminal;
  }

  static VisitStage set(Path directory, Cast cast) throws IOException, InterruptedException {
    return set(directory, cast, profile -> profile);
  }

  /**
   * The same, on a terminal that is built another way.
   *
   * @param other makes its profile of the demo's
   */
  static VisitStage set(Path directory, Cast cast, UnaryOperator<Profile> other)
      throws IOException, InterruptedException {
    HallClock clock = HallClock.system();
    DemoWorld world =
        DemoWorld.build(directory.resolve("world"), DataHome.find(), cast, true, clock);
    return new VisitStage(
        world, directory, opened(world, directory, other.apply(profile(world, CLERKS_ALWAYS))));
  }

  private static Profile profile(DemoWorld world, Profile.Opening opening) throws IOException {
    return impatient(DemoTerminal.profile(world), opening);
  }

  /** The same, for people who take the time that a terminal gives them. */
  static VisitStage setPatiently(Path directory, Cast cast)
      throws IOException, InterruptedException {
    return set(
        directory,
        cast,
        profile -> with(profile, Duration.ofMinutes(2), Duration.ofMinutes(1), CLERKS_ALWAYS));
  }

  private static Terminal open(DemoWorld world, Path directory, Profile.Opening opening)
      throws IOException, InterruptedException {
    return opened(world, directory, profile(world, opening));
  }

  private static Terminal opened(DemoWorld world, Path directory, Profile profile)
      throws IOException, InterruptedException {
    return switch (DemoTerminal.open(world, directory, HallClock.system(), profile)) {
      case TerminalOpening.Opened(var opened) -> opened;
      case TerminalOpening.Failed(var problem, var remedy) ->
          throw new IllegalStateException(problem + "; " + remedy);
    };
  }

  /** Nobody in a test is slow: an empty reader and an untaken sheet are given up soon. */
  private static Profile impatient(Profile shipped, Profile.Opening opening) {
    return with(shipped, Duration.ofSeconds(3), Duration.ofSeconds(3), opening);
  }

  /** The same with other devices. */
  static Profile with(Profile shipped, Map<Profile.Role, Profile.DeviceEntry> devices) {
    return new Profile(
        shipped.name(),
        shipped.kind(),
        shipped.crypto(),
        shipped.terminal(),
        shipped.registry(),
        shipped.identity(),
        shipped.issuance(),
        shipped.visit(),
        shipped.opening(),
        shipped.offline(),
        shipped.health(),
        devices);
  }

  /** The same with other hours. */
  static Profile with(Profile shipped, Profile.Opening opening) {
    return with(shipped, shipped.issuance().collectWithin(), shipped.visit().document(), opening);
  }

  /** The same with other patience and other hours. */
  static Profile with(
      Profile shipped, Duration collectWithin, Duration document, Profile.Opening opening) {
    Profile.Issuance issuance = shipped.issuance();
    return new Profile(
        shipped.name(),
        shipped.kind(),
        shipped.crypto(),
        shipped.terminal(),
        shipped.registry(),
        shipped.identity(),
        new Profile.Issuance(
            issuance.evidence(),
            collectWithin,
            issuance.sheetActivation(),
            issuance.fonts(),
            issuance.forms(),
            issuance.calibration()),
        new Profile.Visit(
            shipped.visit().question(),
            shipped.visit().warning(),
            document,
            shipped.visit().longest()),
        opening,
        shipped.offline(),
        shipped.health(),
        shipped.devices());
  }

  /** One citizen's visit, from the start to the goodbye. */
  Left visit(Script script) throws InterruptedException {
    return visit(script, moment -> {});
  }

  /**
   * One citizen's visit.
   *
   * @param world is told of each moment as it is shown, and may break something
   */
  Left visit(Script script, Consumer<Moment> world) throws InterruptedException {
    return visit(Purpose.COLLECT, script, world);
  }

  /** The same, for a purpose. */
  Left visit(Purpose purpose, Script script, Consumer<Moment> world) throws InterruptedException {
    long before = terminal.journal().head().sequence();
    var timeline = new AtomicReference<VisitTimeline>();
    try (ScriptedCitizen citizen = new ScriptedCitizen(script, this.world.hands())) {
      VisitOutcome outcome =
          DemoTerminal.serve(
              terminal,
              purpose,
              new WatchedDialogue(citizen, world),
              (ended, visit) -> timeline.set(visit.timeline()));
      return new Left(outcome, citizen.moments(), eventsAfter(before), timeline.get());
    }
  }

  List<Event> eventsAfter(long sequence) {
    try (var events = terminal.journal().events(sequence + 1, Event.class)) {
      return events.<Event>map(Recorded::event).toList();
    }
  }

  /** The process dies and is started again. */
  void restart() throws IOException, InterruptedException {
    restart(CLERKS_ALWAYS);
  }

  /** The same, and from now on clerks are there at other hours. */
  void restart(Profile.Opening opening) throws IOException, InterruptedException {
    stop();
    terminal = open(world, directory, opening);
    running = true;
  }

  /** The process ends. */
  void stop() {
    if (running) {
      running = false;
      terminal.close();
    }
  }

  DemoWorld world() {
    return world;
  }

  Terminal terminal() {
    return terminal;
  }

  @Override
  public void close() {
    stop();
    world.close();
  }
}
