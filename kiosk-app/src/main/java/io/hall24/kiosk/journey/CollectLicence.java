package io.hall24.kiosk.journey;

import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.gateway.HolderQuery;
import io.hall24.kiosk.gateway.OrdersAnswer;
import io.hall24.kiosk.identity.Route;
import io.hall24.kiosk.journey.VisitOutcome.CollectedCopy;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.journey.VisitOutcome.ServiceUnavailable;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.text.Masking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The visit of somebody who collects a business licence with their own identity document: their own
 * licence, or those of others who named them in the registry.
 */
public final class CollectLicence {
  private final Counter counter;
  private final ReadDocument documents;
  private final Identify identify;
  private final OtherWay otherWay;
  private final IssueCopies copies;
  private final AskOrders registry;
  private final CollectForOthers others;
  private final ConfirmReceipt confirm;
  private final HandBack handBack;

  public CollectLicence(Counter counter) {
    this.counter = counter;
    this.documents = new ReadDocument(counter.readers(), counter.waiting());
    this.identify = new Identify(counter);
    this.otherWay = new OtherWay(counter);
    this.copies = new IssueCopies(counter.desk());
    this.registry = new AskOrders(counter);
    this.handBack = new HandBack(counter);
    this.confirm = new ConfirmReceipt(counter);
    this.others = new CollectForOthers(counter, copies, confirm);
  }

  /**
   * The whole visit.
   *
   * @param role as whom the person comes
   * @throws InterruptedException when the person leaves
   */
  public VisitOutcome collect(Visit visit, HolderQuery.Role role, Dialogue ask)
      throws InterruptedException {
    try {
      return story(visit, role, new TimedDialogue(ask, visit.timeline()));
    } catch (VisitEnd end) {
      return end.outcome();
    }
  }

  private VisitOutcome story(Visit visit, HolderQuery.Role role, Dialogue ask)
      throws InterruptedException {
    requireReady(new Copy.Original());
    boolean withFace = consent(visit, ask) == Question.Consent.Answer.FACE;
    if (!withFace) {
      requireOtherWay(visit);
    }
    IdentityDocument document = read(visit, withFace, ask);
    Optional<Route> word = identify.identify(visit, document, withFace, ask);
    return switch (role) {
      case HOLDER -> own(visit, document, word, ask);
      case AGENT -> others.collect(visit, document, ask);
    };
  }

  private void giveReceipt(
      Visit visit,
      Order order,
      VisitOutcome outcome,
      String collector,
      Optional<Instant> activeBy) {
    List<CollectedCopy> collected =
        switch (outcome) {
          case VisitOutcome.Collected(var _, var all) -> all;
          case VisitOutcome.PartlyCollected(var _, var some, var _) -> some;
          default -> List.of();
        };
    if (!collected.isEmpty()) {
      counter
          .receipts()
          .collected(visit.language(), order, collected, collector, Optional.empty(), activeBy);
    }
  }

  /** What a service needs is checked before anybody is led into it. */
  private void requireReady(Copy copy) throws InterruptedException {
    if (!counter.readers().anyOpen()) {
      throw new VisitEnd(new ServiceUnavailable(Part.DOCUMENT_READER));
    }
    Optional<Part> obstacle = copies.obstacle(copy);
    if (obstacle.isPresent()) {
      throw new VisitEnd(new ServiceUnavailable(obstacle.get()));
    }
  }

  /** Nobody lays a document down in vain. */
  private void requireOtherWay(Visit visit) {
    otherWay
        .closed(visit, Optional.empty(), new VisitOutcome.OtherRoute())
        .ifPresent(outcome -> {
          throw new VisitEnd(outcome);
        });
  }

  private Question.Consent.Answer consent(Visit visit, Dialogue ask) throws InterruptedException {
    var answer = ask.ask(new Question.Consent());
    var notice = counter.notice();
    counter.require(
        new VisitEvent.ConsentAnswered(visit.id(), answer.name(), notice.version(), notice.hash()));
    return answer;
  }

  private IdentityDocument read(Visit visit, boolean withFace, Dialogue ask)
      throws InterruptedException {
    try {
      IdentityDocument document =
          documents.read(visit, ask, withFace ? Optional.of(this::wakeCamera) : Optional.empty());
      counter.require(
          new VisitEvent.DocumentRead(
              visit.id(),
              "READ",
              Optional.of(document.type().name()),
              Optional.of(document.protocol()),
              Optional.of(document.authenticity().name())));
      return document;
    } catch (VisitEnd end) {
      counter.require(
          new VisitEvent.DocumentRead(
              visit.id(),
              ReadDocument.problemOf(end.outcome()).orElse("READER_UNAVAILABLE"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
      throw end;
    }
  }

  /** Opens the camera while the chip is being read; consent was given before. */
  private void wakeCamera() {
    Thread.ofVirtual()
        .name("wake-camera")
        .start(() -> {
          try {
            var _ = counter.cameras().wake();
          } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private VisitOutcome own(
      Visit visit, IdentityDocument document, Optional<Route> word, Dialogue ask)
      throws InterruptedException {
    AskOrders.Told answer = registry.of(visit, document, HolderQuery.Role.HOLDER, ask);
    OrdersAnswer.Orders told = answer.orders();
    if (told.clerkConfirmationNeeded() && word.filter(CollectLicence::isClerk).isEmpty()) {
      var _ = identify.confirmed(visit, document, ask);
    }
    Order order = choose(told, ask);
    boolean renewal = told.surrenders().contains(order.orderId());
    if (renewal && counter.handBack().isEmpty()) {
      return new VisitOutcome.SurrenderFirst(order.caseNumber());
    }
    if (ask.ask(new Question.ConfirmOrder(order))
        == Question.ConfirmOrder.Answer.WRONG_INFORMATION) {
      return new VisitOutcome.WrongInformation(order.caseNumber());
    }
    counter.require(new VisitEvent.OrderConfirmed(visit.id(), order.orderId()));
    // From the first grant on only the eye over the output works, the camera rests already: a crash
    // of a native driver must not hit a print.
    counter.readers().rest();
    if (renewal) {
      handBackOld(visit, order, told, ask);
    }
    VisitOutcome outcome = copies.issue(visit, order, ask);
    giveReceipt(visit, order, outcome, Masking.name(document.name()), answer.activeBy());
    confirm.ask(visit, ConfirmReceipt.handed(List.of(outcome)), ask);
    return registry
        .noteWhatWasNotGranted(visit, document, HolderQuery.Role.HOLDER, List.of(outcome))
        .orElse(outcome);
  }

  private static boolean isClerk(Route route) {
    return switch (route) {
      case Route.Clerk _, Route.RemoteClerk _ -> true;
      case Route.Face _, Route.Credential _ -> false;
    };
  }

  /** Nobody gives an old licence away for a new one that cannot be printed. */
  private void handBackOld(Visit visit, Order order, OrdersAnswer.Orders told, Dialogue ask)
      throws InterruptedException {
    copies
        .notBegun(order)
        .ifPresent(outcome -> {
          throw new VisitEnd(outcome);
        });
    List<OrdersAnswer.OldSheet> sheets =
        told.oldSheets().stream().filter(sheet -> sheet.orderId().equals(order.orderId())).toList();
    handBack.handBack(visit, order, sheets, ask);
  }

  private static Order choose(OrdersAnswer.Orders told, Dialogue ask) throws InterruptedException {
    List<Order> orders =
        told.orders().stream().filter(order -> !order.pending().isEmpty()).toList();
    return switch (orders.size()) {
      case 0 -> throw new VisitEnd(new VisitOutcome.NothingToCollect(told.notReady()));
      case 1 -> orders.getFirst();
      default -> ask.ask(new Question.ChooseOrder(orders));
    };
  }
}
