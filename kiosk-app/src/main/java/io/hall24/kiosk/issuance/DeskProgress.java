package io.hall24.kiosk.issuance;

import io.hall24.device.status.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the screens how far an issuance is. */
final class DeskProgress {
  private final List<Consumer<Progress>> listeners = new CopyOnWriteArrayList<>();

  void show(Ticket ticket, Progress.Stage stage) {
    var progress = new Progress(ticket, stage);
    listeners.forEach(listener -> listener.accept(progress));
  }

  Subscription listen(Consumer<Progress> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
