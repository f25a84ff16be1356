package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.Visit;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Host;
import io.hall24.kiosk.ui.ScreenRecorder;
import io.hall24.kiosk.ui.ScreenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what each visit before the window leaves, one directory a visit: {@code visit.json}, the
 * collected sheets and pictures of the screens that were met. The people are invented; a terminal
 * keeps nothing of this.
 */
final class DemoVisits implements Host, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoVisits.class);

  private final Host host;
  private final Terminal terminal;
  private final DemoWorld world;
  private final Profile profile;
  private final DemoScreens screens;
  private final Path directory;
  private final ExecutorService keeper =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("keeper").factory());
  private Optional<Ended> ended = Optional.empty();

  private record Ended(VisitOutcome outcome, VisitReport report) {}

  /**
   * In front of a host.
   *
   * @param directory gets a directory {@code visit-001} and so on
   */
  DemoVisits(
      Host host,
      Terminal terminal,
      DemoWorld world,
      Profile profile,
      DemoScreens screens,
      Path directory) {
    this.host = host;
    this.terminal = terminal;
    this.world = world;
    this.profile = profile;
    this.screens = screens;
    this.directory = directory;
  }

  @Override
  public Conditions conditions() {
    return host.conditions();
  }

  @Override
  public void rate(Dialogue dialogue) {
    host.rate(dialogue);
  }

  @Override
  public void leave(VisitOutcome.Why why) {
    host.leave(why);
  }

  @Override
  public void serve(Purpose purpose, Dialogue dialogue) throws InterruptedException {
    var recorder =
        new ScreenRecorder(
            dialogue, Hall.of(profile.terminal()), host::conditions, profile.visit());
    host.serve(purpose, recorder);
    ended.ifPresent(last -> keeper.execute(() -> keep(last, recorder.states())));
    ended = Optional.empty();
  }

  /** Takes down how the current visit ended; called while {@link #serve} is under way. */
  void note(VisitOutcome outcome, Visit visit) {
    var report = new VisitReport(world.profileName(), terminal.devices());
    report.note(outcome, visit.timeline());
    ended = Optional.of(new Ended(outcome, report));
  }

  private void keep(Ended visit, List<ScreenState> states) {
    try {
      Path folder = Files.createDirectories(free());
      visit.report().write(folder.resolve("visit.json"));
      DemoPapers.keep(visit.outcome(), world, folder);
      screens.ofVisit(states, folder.resolve("screens"));
    } catch (IOException | RuntimeException failed) {
      LOG.warn("a visit is not kept: {}", failed.getMessage());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Path free() {
    int number = 1;
    while (Files.exists(folder(number))) {
      number++;
    }
    return folder(number);
  }

  private Path folder(int number) {
    return directory.resolve(String.format(Locale.ROOT, "visit-%03d", number));
  }

  /** Finishes what is being written. */
  @Override
  public void close() {
    keeper.close();
  }
}
