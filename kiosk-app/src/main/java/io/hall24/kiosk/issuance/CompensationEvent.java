package io.hall24.kiosk.issuance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.util.List;

/**
 * Two persons end what a rejection left open. The payloads are those of the registry contract
 * ({@code issuance.compensated}, {@code stock.compensated}).
 */
public sealed interface CompensationEvent extends Event {
  /** Sequence of the rejected event. */
  long compensates();

  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        new JsonEventCodec<>(OfIssuance.class, "issuance.compensated", RetentionClass.ISSUANCE),
        new JsonEventCodec<>(OfStock.class, "stock.compensated", RetentionClass.ISSUANCE));
  }

  /**
   * For an event of an issuance; where it is the one that ended it, the issuance is closed.
   *
   * @param ticket which issuance
   * @param compensates sequence of the rejected event
   * @param reason in their words
   * @param persons staff names of the two
   */
  record OfIssuance(
      @JsonUnwrapped Ticket ticket, long compensates, String reason, List<String> persons)
      implements CompensationEvent {
    public OfIssuance {
      persons = List.copyOf(persons);
    }
  }

  /**
   * For an event of the stock.
   *
   * @param compensates sequence of the rejected event
   * @param reason in their words
   * @param persons staff names of the two
   */
  record OfStock(long compensates, String reason, List<String> persons)
      implements CompensationEvent {
    public OfStock {
      persons = List.copyOf(persons);
    }
  }
}
