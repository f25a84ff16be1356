package io.hall24.kiosk.ops.daybook;

import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.util.List;

/** What the journal tells of days that were closed. */
public sealed interface DayEvent extends Event {
  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        new JsonEventCodec<>(Closed.class, "day.closed", RetentionClass.OPERATION),
        new JsonEventCodec<>(Explained.class, "day.explained", RetentionClass.OPERATION));
  }

  /**
   * A day was closed, and its signed report kept.
   *
   * @param day of the hall, ISO 8601
   * @param reconciled whether the registry's side was compared
   * @param discrepancies code and subject of each, e.g. {@code R5 4711}
   * @param report SHA-256 of the signed report's text, lower-case hex
   */
  record Closed(String day, boolean reconciled, List<String> discrepancies, String report)
      implements DayEvent {
    public Closed {
      discrepancies = List.copyOf(discrepancies);
    }
  }

  /**
   * Two persons know why a closed day's records differed.
   *
   * @param day of the hall, ISO 8601
   * @param code kind of the difference
   * @param subject id of the issuance, or a sheet's number
   * @param reason in their words
   * @param persons staff names of the two
   */
  record Explained(String day, String code, String subject, String reason, List<String> persons)
      implements DayEvent {
    public Explained {
      persons = List.copyOf(persons);
    }
  }
}
