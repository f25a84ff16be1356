package io.hall24.kiosk.gateway;

import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;

/** An event that the registry keeps and does not interpret. */
record Remark(String text) implements Event {
  static final EventCodec<Remark> CODEC =
      new JsonEventCodec<>(Remark.class, "operation.remark", RetentionClass.OPERATION);
}
