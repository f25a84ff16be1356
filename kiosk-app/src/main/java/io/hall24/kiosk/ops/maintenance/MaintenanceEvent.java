package io.hall24.kiosk.ops.maintenance;

import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.util.List;

/** What staff did at the terminal. */
public sealed interface MaintenanceEvent extends Event {
  /** The staff number of who did it. */
  int number();

  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        codec(Opened.class, "opened"),
        codec(Closed.class, "closed"),
        codec(CameraTested.class, "camera-tested"),
        codec(PrinterTested.class, "printer-tested"));
  }

  private static <E extends MaintenanceEvent> JsonEventCodec<E> codec(Class<E> type, String name) {
    return new JsonEventCodec<>(type, "maintenance." + name, RetentionClass.OPERATION);
  }

  /** The screen opened; citizens are not served from here on. */
  record Opened(int number, String name) implements MaintenanceEvent {}

  /**
   * It closed.
   *
   * @param seconds how long it was open
   */
  record Closed(int number, Ending ending, long seconds) implements MaintenanceEvent {}

  /** Why the screen closed. */
  enum Ending {
    /** By its button. */
    LEFT,
    /** Nobody touched it. */
    IDLE,
    /** The terminal stopped. */
    STOPPED
  }

  /**
   * The camera was looked through; no picture was kept.
   *
   * @param brightness mean of the last picture, percent
   */
  record CameraTested(
      int number, boolean seen, int pictures, double picturesPerSecond, int brightness)
      implements MaintenanceEvent {}

  /**
   * A test page was asked for.
   *
   * @param outcome a word for how it ended, e.g. {@code printed}
   */
  record PrinterTested(int number, String outcome) implements MaintenanceEvent {}
}
