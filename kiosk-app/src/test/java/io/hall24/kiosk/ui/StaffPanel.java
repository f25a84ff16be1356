package io.hall24.kiosk.ui;

import io.hall24.device.Frame;
import java.util.Optional;
import java.util.function.Predicate;

/** The surface for staff without a panel: what was shown last can be waited for. */
final class StaffPanel implements StaffScreen {
  private Optional<StaffState> last = Optional.empty();
  private boolean left;
  private boolean shown;

  @Override
  public synchronized void show(StaffState state) {
    last = Optional.of(state);
    shown = true;
    notifyAll();
  }

  @Override
  public void preview(Frame frame) {}

  @Override
  public void endPreview() {}

  @Override
  public synchronized void leave() {
    last = Optional.empty();
    left = true;
    notifyAll();
  }

  synchronized boolean neverShown() {
    return !shown;
  }

  synchronized void awaitLeft() throws InterruptedException {
    while (!left) {
      wait();
    }
  }

  /** Waits until a state of that kind is shown. */
  synchronized <S extends StaffState> S await(Class<S> kind, Predicate<S> wanted)
      throws InterruptedException {
    while (true) {
      Optional<S> found = last.filter(kind::isInstance).map(kind::cast).filter(wanted);
      if (found.isPresent()) {
        return found.get();
      }
      wait();
    }
  }
}
