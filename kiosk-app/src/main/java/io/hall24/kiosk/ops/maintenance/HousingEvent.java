package io.hall24.kiosk.ops.maintenance;

import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.util.List;

/** What happened to the housing and the power of the terminal. */
public sealed interface HousingEvent extends Event {
  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(codec(Door.class, "door"), codec(Power.class, "power"));
  }

  private static <E extends HousingEvent> JsonEventCodec<E> codec(Class<E> type, String name) {
    return new JsonEventCodec<>(type, "housing." + name, RetentionClass.OPERATION);
  }

  /**
   * The contacts of the housing say something else than before.
   *
   * @param open the door stands open
   * @param tampered somebody shook, drilled or lifted it
   * @param openings how often it was opened since its contacts have power
   */
  record Door(boolean open, boolean tampered, int openings) implements HousingEvent {}

  /**
   * The terminal is fed by something else than before, or its battery became low.
   *
   * @param mains whether by the mains
   * @param low whether the battery is low
   */
  record Power(boolean mains, boolean low) implements HousingEvent {}
}
