package io.hall24.kiosk.gateway;

import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the registry says to a question for orders. */
public sealed interface OrdersAnswer {
  /**
   * The orders that can be collected, perhaps none.
   *
   * @param clerkConfirmationNeeded whether a clerk has to confirm this person first
   * @param authorisations for an agent, one for each order
   * @param dailyLimit for an agent
   * @param surrenders ids of the orders that need the old licence back first
   * @param oldSheets of them, what a terminal may take back; nothing of those that go to a window
   * @param notReady what cannot be collected now, and why
   */
  record Orders(
      List<Order> orders,
      boolean clerkConfirmationNeeded,
      List<Authorisation> authorisations,
      Optional<DailyLimit> dailyLimit,
      Set<String> surrenders,
      List<OldSheet> oldSheets,
      List<NotReady> notReady)
      implements OrdersAnswer {
    public Orders {
      orders = List.copyOf(orders);
      authorisations = List.copyOf(authorisations);
      surrenders = Set.copyOf(surrenders);
      oldSheets = List.copyOf(oldSheets);
      notReady = List.copyOf(notReady);
    }

    /** Of a holder who has nothing else. */
    public Orders(List<Order> orders, boolean clerkConfirmationNeeded) {
      this(
          orders,
          clerkConfirmationNeeded,
          List.of(),
          Optional.empty(),
          Set.of(),
          List.of(),
          List.of());
    }
  }

  /**
   * What an agent may collect, and for whom.
   *
   * @param principal who named the agent, masked
   * @param until the last day on which it holds
   */
  record Authorisation(String orderId, String principal, LocalDate until) {}

  /**
   * Of how many orders an agent may collect copies.
   *
   * @param most in a day
   * @param left today
   */
  record DailyLimit(int most, int left) {}

  /**
   * A sheet of an old licence that is handed back for a new one.
   *
   * @param copy which one of the old licence
   * @param code text of the code printed on it
   */
  record OldSheet(String orderId, Copy copy, String code) {
    @Override
    public String toString() {
      return "OldSheet[" + orderId + ", " + copy + "]";
    }
  }

  /** An order that cannot be collected now. */
  record NotReady(String caseNumber, Reason reason) {
    /** Why. */
    public enum Reason {
      UNDER_REVIEW,
      COLLECTED,
      IN_ISSUE_ELSEWHERE,
      HELD
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
