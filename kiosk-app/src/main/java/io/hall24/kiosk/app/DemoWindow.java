package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.journey.Visit;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.HallPages;
import io.hall24.kiosk.ui.Kiosk;
import io.hall24.kiosk.ui.Lever;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Words;
import io.hall24.kiosk.ui.fx.KioskWindow;
import io.hall24.kiosk.ui.fx.OperatorWindow;
import io.hall24.kiosk.ui.fx.Toolkit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The terminal's panel in a window, and the operator's window beside it. */
final class DemoWindow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoWindow.class);
  private static final String PDF = ".pdf";
  private static final String AWAY = ".away";

  private final Toolkit toolkit;
  private final KioskWindow window;
  private final Profile profile;
  private final HallClock clock;
  private final CountDownLatch closed;

  private DemoWindow(
      Toolkit toolkit,
      KioskWindow window,
      Profile profile,
      HallClock clock,
      CountDownLatch closed) {
    this.toolkit = toolkit;
    this.window = window;
    this.profile = profile;
    this.clock = clock;
    this.closed = closed;
  }

  /** Opens the panel at once, while the terminal behind it still starts. */
  static DemoWindow open(Profile profile, Path fonts, Appearance.Shape shape, HallClock clock)
      throws InterruptedException {
    Toolkit toolkit = Toolkit.onDisplay(fonts);
    CountDownLatch closed = new CountDownLatch(1);
    KioskWindow window =
        KioskWindow.open(
            toolkit, Hall.of(profile.terminal()), Appearance.usual(shape), closed::countDown);
    var now =
        new Conditions(TerminalHost.hallTime(clock), Conditions.Network.STARTING, Optional.empty());
    window.show(new ScreenState(HallPages.starting(), now, Optional.empty()));
    return new DemoWindow(toolkit, window, profile, clock, closed);
  }

  /** Serves whoever comes until somebody closes the window. */
  void run(Terminal terminal, DemoWorld world, BiConsumer<VisitOutcome, Visit> afterwards)
      throws InterruptedException {
    Kiosk kiosk =
        new Kiosk(
            window,
            new DemoHost(new TerminalHost(terminal, clock, afterwards), world.hands()),
            Hall.of(profile.terminal()),
            profile.visit(),
            clock);
    window.connect(kiosk);
    Thread people = Thread.ofVirtual().name("visits").start(() -> serve(kiosk));
    try (var _ = OperatorWindow.open(toolkit, window, levers(world))) {
      closed.await();
    } finally {
      kiosk.stop();
      people.interrupt();
      people.join();
    }
  }

  private static void serve(Kiosk kiosk) {
    try {
      kiosk.run();
    } catch (InterruptedException closing) {
      LOG.debug("the window is closed");
    }
  }

  private static List<Lever> levers(DemoWorld world) {
    return List.of(
        lever("place-document", () -> world.hands().placeDocument()),
        lever("take-document", () -> world.hands().takeDocument()),
        lever("take-sheet", () -> world.hands().takeSheet()),
        lever("empty-paper", () -> rename(world, PDF, AWAY)),
        lever("refill-paper", () -> rename(world, AWAY, PDF)),
        lever("stop-registry", world::cutNetwork),
        lever("start-registry", () -> mend(world)));
  }

  private static Lever lever(String id, Runnable pull) {
    return new Lever(id, Words.of("screen.operator." + id), pull);
  }

  private static void mend(DemoWorld world) {
    try {
      world.mendNetwork();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sheets whose names do not end in .pdf are not in the tray for the printer. */
  private static void rename(DemoWorld world, String from, String to) {
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

  @Override
  public void close() {
    window.close();
    toolkit.exit();
  }
}
