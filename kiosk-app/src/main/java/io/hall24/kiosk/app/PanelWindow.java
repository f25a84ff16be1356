package io.hall24.kiosk.app;

import io.hall24.config.HallTime;
import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.HallPages;
import io.hall24.kiosk.ui.Openings;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.fx.KioskWindow;
import io.hall24.kiosk.ui.fx.Toolkit;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * The terminal's panel in a window. The first screen stands on it, with its service grey, while
 * everything behind it still starts.
 */
final class PanelWindow implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Profile profile;
  private final PrintWriter say;
  private final HallClock clock;
  private final CompletableFuture<Toolkit> toolkit;
  private final CompletableFuture<Panel> window;

  /** What stands in the window, and who tells when. */
  private record Panel(KioskWindow window, FirstScreen first) {}

  private PanelWindow(
      WindowToolkit toolkit,
      Profile profile,
      Appearance.Shape shape,
      PrintWriter say,
      HallClock clock) {
    this.profile = profile;
    this.say = say;
    this.clock = clock;
    this.toolkit = toolkit.begin();
    this.window =
        this.toolkit.thenApplyAsync(running -> opened(running, shape), PanelWindow::beside);
  }

  /**
   * Opens it on a thread of its own.
   *
   * @param profile of the terminal
   * @param say is told when the first screen stands
   */
  static PanelWindow begin(
      WindowToolkit toolkit,
      Profile profile,
      Appearance.Shape shape,
      PrintWriter say,
      HallClock clock) {
    return new PanelWindow(toolkit, profile, shape, say, clock);
  }

  private static void beside(Runnable work) {
    Thread.ofPlatform().name("window").daemon().start(work);
  }

  private Panel opened(Toolkit running, Appearance.Shape shape) {
    try {
      KioskWindow panel =
          KioskWindow.open(
              running, Hall.of(profile.terminal()), Appearance.usual(shape), this::asked);
      FirstScreen first = FirstScreen.on(panel, say);
      var now =
          new Conditions(
              TerminalHost.hallTime(clock),
              Conditions.Network.STARTING,
              Optional.empty(),
              Optional.of(VisitOutcome.Part.DOCUMENT_READER),
              Openings.of(
                  profile.opening(),
                  LocalDateTime.ofInstant(clock.wallTime(), HallTime.ZONE),
                  true));
      panel.show(new ScreenState(HallPages.home(now, _ -> {}), now, Optional.empty()));
      return new Panel(panel, first);
    } catch (InterruptedException ends) {
      throw new CompletionException(ends);
    }
  }

  /** There is no way out of a hall's screen; whoever maintains it ends the process. */
  private void asked() {
    if (profile.kind() == Profile.Kind.DEMO) {
      closed.countDown();
    }
  }

  /** The panel, once it is open. */
  KioskWindow panel() {
    return window.join().window();
  }

  /** Tells when a visit can be begun. */
  FirstScreen first() {
    return window.join().first();
  }

  Toolkit toolkit() {
    return toolkit.join();
  }

  /** Waits until somebody closes the window, or {@link #shut} does. */
  void awaitClosed() throws InterruptedException {
    closed.await();
  }

  /** As if somebody had closed the window. */
  void shut() {
    closed.countDown();
  }

  @Override
  public void close() {
    window
        .handle((panel, failed) -> Optional.ofNullable(panel))
        .join()
        .ifPresent(panel -> panel.window().close());
    toolkit
        .handle((running, failed) -> Optional.ofNullable(running))
        .join()
        .ifPresent(Toolkit::exit);
  }
}
