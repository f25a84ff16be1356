package io.hall24.kiosk.gateway;

import io.hall24.kiosk.licence.Order;
import java.util.List;

/** What the registry says to a question for orders. */
public sealed interface OrdersAnswer {
  /**
   * The orders that can be collected, perhaps none.
   *
   * @param clerkConfirmationNeeded whether a clerk has to confirm this person first
   */
  record Orders(List<Order> orders, boolean clerkConfirmationNeeded) implements OrdersAnswer {
    public Orders {
      orders = List.copyOf(orders);
    }
  }

  /**
   * The registry refuses to say.
   *
   * @param reason the contract's code, e.g. {@code TERMINAL_BLOCKED}
   */
  record Refused(String reason) implements OrdersAnswer {}

  /** No trustworthy answer came in time. */
  record Unavailable(String detail) implements OrdersAnswer {}
}
