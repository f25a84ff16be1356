package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.HallPages;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.fx.KioskWindow;
import io.hall24.kiosk.ui.fx.Toolkit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/** The terminal's panel in a window, which opens while the terminal behind it still starts. */
final class DemoWindow implements AutoCloseable {
  private final CompletableFuture<Profile> known = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HallClock clock;
  private final CompletableFuture<Toolkit> toolkit;
  private final CompletableFuture<KioskWindow> window;

  private DemoWindow(Path fonts, Appearance.Shape shape, HallClock clock) {
    this.clock = clock;
    this.toolkit = CompletableFuture.supplyAsync(() -> started(fonts), DemoWindow::beside);
    this.window =
        toolkit.thenCombineAsync(
            known, (running, profile) -> opened(running, profile, shape), DemoWindow::beside);
  }

  /** Starts the toolkit on a thread of its own. */
  static DemoWindow begin(Path fonts, Appearance.Shape shape, HallClock clock) {
    return new DemoWindow(fonts, shape, clock);
  }

  private static void beside(Runnable work) {
    Thread.ofPlatform().name("window").daemon().start(work);
  }

  private static Toolkit started(Path fonts) {
    try {
      return Toolkit.onDisplay(fonts);
    } catch (InterruptedException ends) {
      throw new CompletionException(ends);
    }
  }

  private KioskWindow opened(Toolkit running, Profile profile, Appearance.Shape shape) {
    try {
      KioskWindow panel =
          KioskWindow.open(
              running, Hall.of(profile.terminal()), Appearance.usual(shape), closed::countDown);
      var now =
          new Conditions(
              TerminalHost.hallTime(clock), Conditions.Network.STARTING, Optional.empty());
      panel.show(new ScreenState(HallPages.starting(), now, Optional.empty()));
      return panel;
    } catch (InterruptedException ends) {
      throw new CompletionException(ends);
    }
  }

  /** Opens the panel: it is known whose it is. */
  void present(Profile profile) {
    known.complete(profile);
  }

  /** The panel, once it is open. */
  KioskWindow panel() {
    return window.join();
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
    // Without a profile there never was a window.
    known.cancel(false);
    window
        .handle((panel, failed) -> Optional.ofNullable(panel))
        .join()
        .ifPresent(KioskWindow::close);
    toolkit
        .handle((running, failed) -> Optional.ofNullable(running))
        .join()
        .ifPresent(Toolkit::exit);
  }
}
