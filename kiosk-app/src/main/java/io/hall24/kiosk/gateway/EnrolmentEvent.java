package io.hall24.kiosk.gateway;

import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import io.hall24.kiosk.journal.SetAside;
import java.util.List;
import java.util.Optional;

/** What a journal tells of the one before it. */
public sealed interface EnrolmentEvent extends Event {
  /** The name of {@link RecordSetAside} in the journal. */
  String SET_ASIDE = "journal.set-aside";

  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        new JsonEventCodec<>(RecordSetAside.class, SET_ASIDE, RetentionClass.ISSUANCE),
        new JsonEventCodec<>(ReEnrolled.class, "journal.re-enrolled", RetentionClass.ISSUANCE));
  }

  /**
   * The first event of a journal that was begun because the one before cannot be used. Until the
   * authority has signed for the new one, and two persons have loaded the trays again, no licence
   * is issued.
   *
   * @param reason what was wrong
   * @param detail for technicians, in English
   * @param keptAs name of the directory in which the old files are
   * @param journalId of the old one, as far as it could be read
   */
  record RecordSetAside(
      SetAside.Reason reason, String detail, String keptAs, Optional<String> journalId)
      implements EnrolmentEvent {}

  /**
   * The registry goes on with this journal, because the authority signed that it may.
   *
   * @param replaces the journal that has ended
   */
  record ReEnrolled(String replaces) implements EnrolmentEvent {}
}
