package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.journey.Visit;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Lever;
import io.hall24.kiosk.ui.Words;
import io.hall24.kiosk.ui.fx.OperatorWindow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal and its world behind a window, from the first screen until somebody closes it. What
 * the first screen does not need is brought up while it stands there.
 */
final class DemoSession {
  private static final Logger LOG = LoggerFactory.getLogger(DemoSession.class);
  private static final Duration FIRST_SCREEN = Duration.ofSeconds(10);

  private final PanelWindow window;
  private final Terminal terminal;
  private final DemoWorld world;
  private final HallClock clock;
  private final Path out;
  private final AtomicBoolean somebodyCame;
  private final AtomicReference<Optional<OperatorWindow>> operator =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Exception>> broken =
      new AtomicReference<>(Optional.empty());

  /**
   * Of a terminal and a world that have begun.
   *
   * @param window of the terminal
   * @param out where visits are kept
   */
  DemoSession(PanelWindow window, Terminal terminal, DemoWorld world, HallClock clock, Path out) {
    this.window = window;
    this.terminal = terminal;
    this.world = world;
    this.clock = clock;
    this.out = out;
    this.somebodyCame = new AtomicBoolean(world.isEntered());
  }

  /**
   * Serves whoever comes until somebody closes the window.
   *
   * @param say is told who may maintain it
   * @throws CannotOpen when the start goes wrong behind the first screen
   */
  void run(Profile profile, PrintWriter say, BiConsumer<VisitOutcome, Visit> afterwards)
      throws CannotOpen, InterruptedException {
    var visits = visits(profile, afterwards);
    Front front =
        Front.open(
            terminal,
            profile,
            window.panel(),
            new ToldScreen(window.panel(), say),
            visits,
            clock,
            () -> LOG.error("the screen hangs; end the demonstration and start it again"));
    Thread start = Thread.ofPlatform().name("start").start(() -> bringUp(say));
    try {
      window.awaitClosed();
    } finally {
      start.interrupt();
      start.join();
      front.close();
      visits.close();
      operator.get().ifPresent(OperatorWindow::close);
    }
    if (broken.get().isPresent()) {
      throw new CannotOpen(
          "the demonstration does not start: " + broken.get().get().getMessage(),
          "see the logs in its directory, and start it again");
    }
  }

  private DemoVisits visits(Profile profile, BiConsumer<VisitOutcome, Visit> afterwards) {
    var kept = new AtomicReference<Optional<DemoVisits>>(Optional.empty());
    var host =
        new TerminalHost(
            terminal,
            clock,
            this::awaited,
            (outcome, visit) -> {
              kept.get().ifPresent(visits -> visits.note(outcome, visit));
              afterwards.accept(outcome, visit);
            });
    var visits =
        new DemoVisits(
            new DemoHost(host, world.hands()),
            terminal,
            world,
            profile,
            new DemoScreens(profile, window.toolkit()),
            out);
    kept.set(Optional.of(visits));
    return visits;
  }

  private Optional<VisitOutcome.Part> awaited() {
    return somebodyCame.get() ? Optional.empty() : Optional.of(VisitOutcome.Part.CAMERA);
  }

  /** Devices wake when what they talk to is there; the rest waits until the screen stands. */
  private void bringUp(PrintWriter say) {
    try {
      world.complete();
      somebodyCame.set(true);
      terminal.prepare();
      DemoCommand.tellRecovered(terminal, say);
      window.first().await(FIRST_SCREEN);
      DemoStaff staff = DemoStaff.of(terminal, clock);
      tell(staff.words(), say);
      List<Lever> levers = new ArrayList<>(new DemoLevers(world, say).all());
      levers.add(DemoLevers.of("call-clerk", () -> tell(staff.clerkWords(), say)));
      var opened = OperatorWindow.open(window.toolkit(), window.panel(), levers, staff.words());
      operator.set(Optional.of(opened));
      if (opened.isHidden()) {
        say.println("there is no room beside the panel: F9 brings the operator's window");
        say.flush();
      }
      terminal.warmUp();
    } catch (InterruptedException closing) {
      LOG.debug("closed while it starts");
    } catch (CannotOpen stuck) {
      LOG.error("{}; {}", stuck.getMessage(), stuck.remedy());
    } catch (IOException | RuntimeException failed) {
      broken.set(Optional.of(failed));
      window.shut();
    }
  }

  private static void tell(Words words, PrintWriter say) {
    Texts.LANGUAGES.forEach(language -> say.println(words.in(Texts.of(language))));
    say.flush();
  }
}
