package io.hall24.kiosk.ui;

import io.hall24.device.Frame;
import java.util.Locale;
import java.util.Optional;

/** The panel for citizens without a panel: the first screen can be waited for. */
final class HallPanel implements Screen {
  private Optional<Runnable> start = Optional.empty();

  @Override
  public synchronized void show(ScreenState state) {
    if (state.page().picture() instanceof Picture.Service(var _, var press, var _)) {
      start = Optional.of(press);
      notifyAll();
    }
  }

  @Override
  public void mirror(Frame frame) {}

  @Override
  public Locale language() {
    return Locale.SIMPLIFIED_CHINESE;
  }

  @Override
  public void wipe() {}

  /** Waits for a first screen that nobody waited for; what a touch of it does. */
  synchronized Runnable awaitHome() throws InterruptedException {
    while (start.isEmpty()) {
      wait();
    }
    Runnable press = start.get();
    start = Optional.empty();
    return press;
  }
}
