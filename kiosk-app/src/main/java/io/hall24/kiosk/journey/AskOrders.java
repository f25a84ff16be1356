package io.hall24.kiosk.journey;

import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.gateway.HolderQuery;
import io.hall24.kiosk.gateway.OrdersAnswer;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.journey.VisitOutcome.ServiceUnavailable;
import java.time.Duration;

/** The step of a visit in which the registry is asked what the person may collect. */
final class AskOrders {
  private static final Duration REGISTRY = Duration.ofSeconds(12);

  private final Counter counter;

  AskOrders(Counter counter) {
    this.counter = counter;
  }

  /** What it says; without an answer the visit ends with a wish that is noted. */
  OrdersAnswer.Orders of(
      Visit visit, IdentityDocument document, HolderQuery.Role role, Dialogue ask)
      throws InterruptedException {
    ask.show(new Moment.AskingRegistry());
    var query =
        new HolderQuery(
            document.type().name(),
            document.number(),
            document.nationality(),
            document.birth(),
            role);
    OrdersAnswer answer =
        visit
            .timeline()
            .during(
                "ask-orders",
                VisitTimeline.Kind.MACHINE,
                () -> counter.registry().orders(query, counter.patience(REGISTRY)));
    return switch (answer) {
      case OrdersAnswer.Orders orders -> orders;
      case OrdersAnswer.Refused(var _) -> throw new VisitEnd(new ServiceUnavailable(Part.REGISTRY));
      case OrdersAnswer.Unavailable(var _) -> throw new VisitEnd(noteWish(visit, document));
    };
  }

  /** Nothing is promised: the wish is in the journal and goes out when the registry is back. */
  private VisitOutcome noteWish(Visit visit, IdentityDocument document) {
    long entry =
        counter.require(
            new VisitEvent.WishNoted(
                visit.id(),
                document.type().name(),
                document.number(),
                document.nationality(),
                document.birth().toString()));
    counter.receipts().noted(entry);
    return new VisitOutcome.NotedForLater(entry);
  }
}
