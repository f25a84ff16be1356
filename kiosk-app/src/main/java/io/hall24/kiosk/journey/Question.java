package io.hall24.kiosk.journey;

import io.hall24.device.AccessKey;
import io.hall24.kiosk.licence.Order;
import java.util.List;

/**
 * Something only the person can answer. Questions carry facts, never words: words are the screen's,
 * in the person's language.
 *
 * @param <A> what the answer is
 */
public sealed interface Question<A> {
  /** May the face be compared with the document's photo? Both answers are equal ways on. */
  record Consent() implements Question<Consent.Answer> {
    /** The two ways, of equal size and level. */
    public enum Answer {
      FACE,
      WITHOUT_FACE
    }
  }

  /**
   * The six digits printed on the document.
   *
   * @param refusedBefore whether the chip refused the digits given before
   */
  record EnterCan(boolean refusedBefore) implements Question<AccessKey.Can> {}

  /**
   * Which of several orders?
   *
   * @param orders at least two
   */
  record ChooseOrder(List<Order> orders) implements Question<Order> {
    public ChooseOrder {
      orders = List.copyOf(orders);
    }
  }

  /** Is everything on this licence right? */
  record ConfirmOrder(Order order) implements Question<ConfirmOrder.Answer> {
    /** Print it, or have it looked at. */
    public enum Answer {
      CORRECT,
      WRONG_INFORMATION
    }
  }
}
