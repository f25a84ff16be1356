package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.HallPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does once what every start and every visit do, so that Java can write down what that needs: the
 * installer makes the start-up cache from it. Not a command, for it is of no use to anybody else.
 */
final class Rehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private Rehearsal() {}

  /**
   * Makes a visit by itself, then starts behind a window that nobody sees.
   *
   * @param arguments an empty directory
   */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int visit =
        Main.commandLine()
            .execute("demo", "--headless", "--out", directory.resolve("visit").toString());
    if (visit != ExitCode.SUCCESS.number()) {
      System.exit(visit);
    }
    System.exit(begun(directory.resolve("start")).number());
  }

  /** The toolkit's threads would keep a failed rehearsal alive. */
  private static ExitCode begun(Path directory) throws InterruptedException {
    try {
      start(directory);
      return ExitCode.SUCCESS;
    } catch (CannotOpen | IOException | RuntimeException failed) {
      LOG.error("the start was not rehearsed", failed);
      return ExitCode.UNAVAILABLE;
    }
  }

  /** The toolkit that drew the visit's screens still runs, without a display. */
  private static void start(Path directory) throws CannotOpen, IOException, InterruptedException {
    HallClock clock = HallClock.system();
    Path data = DataHome.find();
    Cast cast = Cast.of(InventedPerson.all().getFirst());
    WindowToolkit toolkit = new WindowToolkit(data.resolve("fonts"));
    Profile known = DemoTerminal.profileWithoutWorld(data);
    PrintWriter nobody = new PrintWriter(new StringWriter());
    try (PanelWindow window = PanelWindow.begin(toolkit, known, Shape.PORTRAIT, nobody, clock);
        DemoWorld world = DemoWorld.begin(directory.resolve("world"), data, cast, false, clock)) {
      Profile profile = DemoTerminal.profile(world);
      switch (DemoTerminal.begin(world, directory, clock, profile)) {
        case TerminalOpening.Opened(var terminal) -> {
          try (terminal) {
            closedWhenReady(
                window, new DemoSession(window, terminal, world, clock, directory), profile);
          }
        }
        case TerminalOpening.Failed(var problem, var remedy) ->
            throw new CannotOpen(problem, remedy);
      }
    }
  }

  private static void closedWhenReady(PanelWindow window, DemoSession session, Profile profile)
      throws CannotOpen, InterruptedException {
    window.panel().onceDrawn(state -> HallPages.isOpen(state.page()), window::shut);
    session.run(profile, new PrintWriter(new StringWriter()), (_, _) -> {});
  }
}
