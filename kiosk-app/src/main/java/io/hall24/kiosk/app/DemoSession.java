package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.journey.Visit;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Kiosk;
import io.hall24.kiosk.ui.Lever;
import io.hall24.kiosk.ui.Maintenance;
import io.hall24.kiosk.ui.Words;
import io.hall24.kiosk.ui.fx.OperatorWindow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
  private static final String PDF = ".pdf";
  private static final String AWAY = ".away";

  private final DemoWindow window;
  private final Terminal terminal;
  private final DemoWorld world;
  private final HallClock clock;
  private final AtomicBoolean somebodyCame;
  private final AtomicReference<Optional<OperatorWindow>> operator =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Exception>> broken =
      new AtomicReference<>(Optional.empty());

  /**
   * Of a terminal and a world that have begun.
   *
   * @param window presented
   */
  DemoSession(DemoWindow window, Terminal terminal, DemoWorld world, HallClock clock) {
    this.window = window;
    this.terminal = terminal;
    this.world = world;
    this.clock = clock;
    this.somebodyCame = new AtomicBoolean(world.isEntered());
  }

  /**
   * Serves whoever comes until somebody closes the window.
   *
   * @param say is told when the first screen stands
   * @throws CannotOpen when the start goes wrong behind the first screen
   */
  void run(Profile profile, PrintWriter say, BiConsumer<VisitOutcome, Visit> afterwards)
      throws CannotOpen, InterruptedException {
    var host =
        new DemoHost(new TerminalHost(terminal, clock, this::awaited, afterwards), world.hands());
    var kiosk =
        new Kiosk(window.panel(), host, Hall.of(profile.terminal()), profile.visit(), clock);
    window.panel().connect(kiosk);
    var maintenance =
        new Maintenance(
            terminal.maintenance(), window.panel().staff(), profile.terminal().id(), clock);
    window.panel().onStaffGesture(() -> kiosk.between(maintenance));
    FirstScreen first = FirstScreen.on(window.panel(), say);
    Thread people = Thread.ofVirtual().name("visits").start(() -> serve(kiosk));
    Thread start = Thread.ofPlatform().name("start").start(() -> bringUp(first, say));
    try {
      window.awaitClosed();
    } finally {
      start.interrupt();
      start.join();
      kiosk.stop();
      people.interrupt();
      people.join();
      operator.get().ifPresent(OperatorWindow::close);
    }
    if (broken.get().isPresent()) {
      throw new CannotOpen(
          "the demonstration does not start: " + broken.get().get().getMessage(),
          "see the logs in its directory, and start it again");
    }
  }

  private Optional<VisitOutcome.Part> awaited() {
    return somebodyCame.get() ? Optional.empty() : Optional.of(VisitOutcome.Part.CAMERA);
  }

  /** Devices wake when what they talk to is there; the rest waits until the screen stands. */
  private void bringUp(FirstScreen first, PrintWriter say) {
    try {
      world.complete();
      somebodyCame.set(true);
      terminal.prepare();
      DemoCommand.tellRecovered(terminal, say);
      first.await(FIRST_SCREEN);
      DemoStaff staff = DemoStaff.of(terminal, clock);
      tell(staff.words(), say);
      List<Lever> levers = new ArrayList<>(levers());
      levers.add(lever("call-clerk", () -> tell(staff.clerkWords(), say)));
      operator.set(
          Optional.of(
              OperatorWindow.open(window.toolkit(), window.panel(), levers, staff.words())));
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

  private static void serve(Kiosk kiosk) {
    try {
      kiosk.run();
    } catch (InterruptedException closing) {
      LOG.debug("the window is closed");
    }
  }

  private List<Lever> levers() {
    return List.of(
        lever("place-document", () -> world.hands().placeDocument()),
        lever("take-document", () -> world.hands().takeDocument()),
        lever("unplug-card-reader", () -> world.cardReader().unplug()),
        lever("plug-in-card-reader", () -> world.cardReader().plugIn()),
        lever("take-sheet", () -> world.hands().takeSheet()),
        lever("empty-paper", () -> rename(PDF, AWAY)),
        lever("refill-paper", () -> rename(AWAY, PDF)),
        lever("stop-registry", world::cutNetwork),
        lever("start-registry", this::mend));
  }

  private static Lever lever(String id, Runnable pull) {
    return new Lever(id, Words.of("screen.operator." + id), pull);
  }

  private void mend() {
    try {
      world.mendNetwork();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sheets whose names do not end in .pdf are not in the tray for the printer. */
  private void rename(String from, String to) {
    for (Medium medium : List.of(Medium.A3, Medium.A4)) {
      Path tray = world.mechanics().tray(medium);
      try (var files = Files.list(tray)) {
        for (Path sheet : files.filter(file -> file.toString().endsWith(from)).toList()) {
          String name = sheet.getFileName().toString();
          Files.move(sheet, tray.resolve(name.substring(0, name.length() - from.length()) + to));
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
