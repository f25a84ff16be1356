package io.hall24.kiosk.app;

import io.hall24.kiosk.journal.EventCodec;
import java.util.List;

/** What the terminal records, for tests of other rooms. */
public final class RecordedEvents {
  private RecordedEvents() {}

  /** Every codec that is registered. */
  public static List<EventCodec<?>> codecs() {
    return TerminalRecord.codecs();
  }
}
