package io.hall24.kiosk.issuance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.time.Instant;
import java.util.List;

/** What the registry gave for visits that were announced to this terminal. */
public sealed interface AnnouncementEvent extends Event {
  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        new JsonEventCodec<>(Granted.class, "announcement.granted", RetentionClass.ISSUANCE));
  }

  /**
   * A grant arrived beforehand. It is used, or given up, by the issuance that it names.
   *
   * @param ticket the issuance, which has not begun
   * @param grantId the registry's id
   * @param notAfter until when, by the registry's time, printing may begin without asking again
   * @param jws the signed grant, byte for byte
   */
  record Granted(@JsonUnwrapped Ticket ticket, String grantId, Instant notAfter, String jws)
      implements AnnouncementEvent {}
}
