package io.hall24.kiosk.journey;

import io.hall24.config.OfflinePolicy;
import io.hall24.config.OfflineService;
import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.gateway.HolderQuery;
import io.hall24.kiosk.gateway.OrdersAnswer;
import io.hall24.kiosk.journey.VisitOutcome.DocumentNotAccepted;
import io.hall24.kiosk.journey.VisitOutcome.DocumentProblem;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.journey.VisitOutcome.ServiceUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The step of a visit in which the registry is asked what the person may collect. */
final class AskOrders {
  /** The contract's word for a document that was reported lost or stolen. */
  static final String REPORTED = "DOCUMENT_REPORTED";

  private static final Duration REGISTRY = Duration.ofSeconds(12);

  private final Counter counter;

  AskOrders(Counter counter) {
    this.counter = counter;
  }

  /**
   * What a person may collect.
   *
   * @param orders what the registry says, now or when the visit was announced
   * @param activeBy without the registry: by when at the latest a sheet's number becomes valid
   */
  record Told(OrdersAnswer.Orders orders, Optional<Instant> activeBy) {}

  /**
   * What it says. Without an answer what was granted beforehand counts; if nothing was, the visit
   * ends as the profile wants it.
   */
  Told of(Visit visit, IdentityDocument document, HolderQuery.Role role, Dialogue ask)
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
      case OrdersAnswer.Orders orders -> new Told(orders, Optional.empty());
      case OrdersAnswer.Refused(var reason) when reason.equals(REPORTED) ->
          throw new VisitEnd(new DocumentNotAccepted(DocumentProblem.REPORTED));
      case OrdersAnswer.Refused(var _) -> throw new VisitEnd(new ServiceUnavailable(Part.REGISTRY));
      case OrdersAnswer.Unavailable(var _) -> withoutRegistry(visit, document, query);
    };
  }

  /**
   * Where the registry fell silent before it granted something, that is a wish like one of somebody
   * who comes while it is silent.
   *
   * @return how the visit ends instead, if a wish was noted and nothing was handed over
   */
  Optional<VisitOutcome> noteWhatWasNotGranted(
      Visit visit, IdentityDocument document, HolderQuery.Role role, List<VisitOutcome> outcomes) {
    if (!Outcomes.wantedAnAnswer(outcomes)
        || counter.offline().of(serviceOf(role)) != OfflinePolicy.QUEUE) {
      return Optional.empty();
    }
    VisitOutcome noted = noteWish(visit, document);
    return Outcomes.nothingHandedOver(outcomes) ? Optional.of(noted) : Optional.empty();
  }

  private static OfflineService serviceOf(HolderQuery.Role role) {
    return switch (role) {
      case HOLDER -> OfflineService.COLLECT;
      case AGENT -> OfflineService.COLLECT_FOR_OTHERS;
    };
  }

  private Told withoutRegistry(Visit visit, IdentityDocument document, HolderQuery query) {
    Optional<Told> announced =
        Optional.of(query)
            .filter(asked -> asked.role() == HolderQuery.Role.HOLDER)
            .flatMap(counter.announced()::of)
            .map(welcome ->
                new Told(
                    new OrdersAnswer.Orders(welcome.orders(), false),
                    Optional.of(welcome.activeBy())));
    if (announced.isEmpty()) {
      throw new VisitEnd(
          counter.offline().of(serviceOf(query.role())) == OfflinePolicy.QUEUE
              ? noteWish(visit, document)
              : new ServiceUnavailable(Part.REGISTRY));
    }
    return announced.get();
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
    counter.receipts().noted(visit.language(), entry);
    return new VisitOutcome.NotedForLater(entry);
  }
}
