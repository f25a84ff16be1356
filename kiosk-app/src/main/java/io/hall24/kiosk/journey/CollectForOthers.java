package io.hall24.kiosk.journey;

import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.gateway.HolderQuery;
import io.hall24.kiosk.gateway.OrdersAnswer;
import io.hall24.kiosk.journey.Question.FillBasket.Offer;
import io.hall24.kiosk.journey.VisitOutcome.Collected;
import io.hall24.kiosk.journey.VisitOutcome.Errand;
import io.hall24.kiosk.journey.VisitOutcome.PartlyCollected;
import io.hall24.kiosk.journey.VisitOutcome.StopReason;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.text.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an agent does once it is certain who they are: one check of identity, several licences of
 * several holders, each looked at before anything is printed.
 */
final class CollectForOthers {
  private final Counter counter;
  private final AskOrders registry;
  private final IssueCopies copies;
  private final ConfirmReceipt confirm;

  CollectForOthers(Counter counter, IssueCopies copies, ConfirmReceipt confirm) {
    this.confirm = confirm;
    this.counter = counter;
    this.registry = new AskOrders(counter);
    this.copies = copies;
  }

  VisitOutcome collect(Visit visit, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
    OrdersAnswer.Orders told = registry.of(visit, document, HolderQuery.Role.AGENT, ask).orders();
    List<Offer> offers = offers(told);
    if (offers.isEmpty()) {
      return new VisitOutcome.NotNamed();
    }
    var limit = told.dailyLimit().orElse(new OrdersAnswer.DailyLimit(1, 1));
    if (limit.left() == 0) {
      return new VisitOutcome.DayIsFull(limit.most());
    }
    List<Order> basket = ask.ask(new Question.FillBasket(offers, limit.most(), limit.left()));
    List<Errand> errands = new ArrayList<>();
    List<Offer> confirmed = new ArrayList<>();
    for (Offer offer : offers) {
      if (basket.contains(offer.order())) {
        if (right(visit, offer, ask)) {
          confirmed.add(offer);
        } else {
          String caseNumber = offer.order().caseNumber();
          errands.add(new Errand(offer.principal(), new VisitOutcome.WrongInformation(caseNumber)));
        }
      }
    }
    counter.readers().rest();
    errands.addAll(issue(visit, confirmed, Masking.name(document.name()), ask));
    List<VisitOutcome> outcomes = errands.stream().map(Errand::outcome).toList();
    confirm.ask(visit, ConfirmReceipt.handed(outcomes), ask);
    return registry
        .noteWhatWasNotGranted(visit, document, HolderQuery.Role.AGENT, outcomes)
        .orElseGet(() -> new VisitOutcome.Errands(errands));
  }

  private static List<Offer> offers(OrdersAnswer.Orders told) {
    List<Offer> offers = new ArrayList<>();
    for (var authorisation : told.authorisations()) {
      told.orders().stream()
          .filter(order -> order.orderId().equals(authorisation.orderId()))
          .filter(order -> !order.pending().isEmpty())
          .map(order -> new Offer(order, authorisation.principal(), authorisation.until()))
          .forEach(offers::add);
    }
    return offers;
  }

  private boolean right(Visit visit, Offer offer, Dialogue ask) throws InterruptedException {
    Order order = offer.order();
    if (ask.ask(new Question.ConfirmOrder(order))
        == Question.ConfirmOrder.Answer.WRONG_INFORMATION) {
      return false;
    }
    counter.require(
        new VisitEvent.ActsForHolder(visit.id(), order.orderId(), offer.until().toString()));
    counter.require(new VisitEvent.OrderConfirmed(visit.id(), order.orderId()));
    return true;
  }

  /** One after the other; what keeps the printer from one would keep it from the next. */
  private List<Errand> issue(Visit visit, List<Offer> confirmed, String agent, Dialogue ask)
      throws InterruptedException {
    List<Errand> errands = new ArrayList<>();
    boolean goesOn = true;
    for (Offer offer : confirmed) {
      Order order = offer.order();
      VisitOutcome outcome =
          goesOn
              ? copies.issue(visit, order, ask)
              : new PartlyCollected(order.caseNumber(), List.of(), StopReason.NOT_BEGUN);
      giveReceipt(visit, offer, outcome, agent);
      errands.add(new Errand(offer.principal(), outcome));
      goesOn &= goesOn(outcome);
    }
    return errands;
  }

  private void giveReceipt(Visit visit, Offer offer, VisitOutcome outcome, String agent) {
    List<VisitOutcome.CollectedCopy> collected =
        switch (outcome) {
          case Collected(var _, var all) -> all;
          case PartlyCollected(var _, var some, var _) -> some;
          default -> List.of();
        };
    if (!collected.isEmpty()) {
      counter
          .receipts()
          .collected(
              visit.language(),
              offer.order(),
              collected,
              agent,
              Optional.of(offer.principal()),
              Optional.empty());
    }
  }

  private static boolean goesOn(VisitOutcome outcome) {
    if (!(outcome instanceof PartlyCollected(var _, var _, var reason))) {
      return true;
    }
    return switch (reason) {
      case REFUSED_BY_REGISTRY,
          IN_ISSUE_ELSEWHERE,
          ALREADY_COLLECTED,
          AUTHORISATION_ENDED,
          NOT_SURRENDERED ->
          true;
      case DAILY_LIMIT,
          NOT_BEGUN,
          REGISTRY_UNREACHABLE,
          PRINTER_NOT_READY,
          SPOILED,
          NOT_TAKEN,
          UNCLEAR,
          GIVEN_UP ->
          false;
    };
  }
}
