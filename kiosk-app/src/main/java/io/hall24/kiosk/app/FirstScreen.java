package io.hall24.kiosk.app;

import io.hall24.device.time.ProcessAge;
import io.hall24.kiosk.ui.HallPages;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.fx.KioskWindow;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells when the first screen stood on the panel, and when a visit could be begun on it. */
final class FirstScreen {
  private final PrintWriter say;
  private final CountDownLatch usable = new CountDownLatch(1);

  private FirstScreen(PrintWriter say) {
    this.say = say;
  }

  /** Watches a panel from now on. */
  static FirstScreen on(KioskWindow window, PrintWriter say) {
    var watch = new FirstScreen(say);
    window.onceDrawn(FirstScreen::isHome, () -> watch.tell("first screen"));
    window.onceDrawn(
        state -> HallPages.isOpen(state.page()),
        () -> {
          watch.tell("ready for the first visit");
          watch.usable.countDown();
        });
    return watch;
  }

  private static boolean isHome(ScreenState state) {
    return HallPages.isHome(state.page());
  }

  private void tell(String what) {
    ProcessAge.now()
        .ifPresent(age -> {
          say.println(what + " after " + age.toMillis() + " ms");
          say.flush();
        });
  }

  /** Waits until a visit can be begun, but not longer than that. */
  void await(Duration longest) throws InterruptedException {
    var _ = usable.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
