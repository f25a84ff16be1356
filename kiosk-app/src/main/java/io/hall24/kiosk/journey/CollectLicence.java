package io.hall24.kiosk.journey;

import io.hall24.config.HallTime;
import io.hall24.config.OpeningHours;
import io.hall24.device.ChipPhoto;
import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.gateway.HolderQuery;
import io.hall24.kiosk.gateway.OrdersAnswer;
import io.hall24.kiosk.identity.AssuranceDecision;
import io.hall24.kiosk.identity.DocumentValidity;
import io.hall24.kiosk.identity.FaceComparison;
import io.hall24.kiosk.identity.IdentityAssurance;
import io.hall24.kiosk.identity.PadResult;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.journey.VisitOutcome.DocumentNotAccepted;
import io.hall24.kiosk.journey.VisitOutcome.DocumentProblem;
import io.hall24.kiosk.journey.VisitOutcome.NotConfirmed;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.journey.VisitOutcome.ServiceUnavailable;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.text.Masking;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The visit of somebody who collects a business licence with their own identity document. */
public final class CollectLicence {
  private static final Duration REGISTRY = Duration.ofSeconds(12);

  private final Counter counter;
  private final ReadDocument documents;
  private final CompareFace faces;
  private final IssueCopies copies;

  public CollectLicence(Counter counter) {
    this.counter = counter;
    this.documents = new ReadDocument(counter.readers(), counter.waiting());
    this.faces =
        new CompareFace(counter.camera(), counter.faces(), counter.facePolicy(), counter.random());
    this.copies = new IssueCopies(counter.desk());
  }

  /**
   * The whole visit.
   *
   * @throws InterruptedException when the person leaves
   */
  public VisitOutcome collect(Visit visit, Dialogue ask) throws InterruptedException {
    try {
      return story(visit, new TimedDialogue(ask, visit.timeline()));
    } catch (VisitEnd end) {
      return end.outcome();
    }
  }

  private VisitOutcome story(Visit visit, Dialogue ask) throws InterruptedException {
    requireReady(new Copy.Original());
    if (consent(visit, ask) == Question.Consent.Answer.WITHOUT_FACE) {
      return otherWay(visit, Optional.empty(), new VisitOutcome.OtherRoute());
    }
    IdentityDocument document = read(visit, ask);
    identify(visit, document, ask);
    Order order = choose(orders(visit, document, ask), ask);
    if (ask.ask(new Question.ConfirmOrder(order))
        == Question.ConfirmOrder.Answer.WRONG_INFORMATION) {
      return new VisitOutcome.WrongInformation(order.caseNumber());
    }
    record(new VisitEvent.OrderConfirmed(visit.id(), order.orderId()));
    // From the first grant on only the eye over the output works: a crash of a native driver must
    // not hit a print.
    counter.camera().rest();
    counter.readers().rest();
    VisitOutcome outcome = copies.issue(visit, order, ask);
    giveReceipt(order, outcome, Masking.name(document.name()));
    return outcome;
  }

  private void giveReceipt(Order order, VisitOutcome outcome, String collector) {
    switch (outcome) {
      case VisitOutcome.Collected(var _, var collected) ->
          counter.receipts().collected(order, collected, collector);
      case VisitOutcome.PartlyCollected(var _, var collected, var _) -> {
        if (!collected.isEmpty()) {
          counter.receipts().collected(order, collected, collector);
        }
      }
      default -> {}
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

  private Question.Consent.Answer consent(Visit visit, Dialogue ask) throws InterruptedException {
    var answer = ask.ask(new Question.Consent());
    var notice = counter.notice();
    record(
        new VisitEvent.ConsentAnswered(visit.id(), answer.name(), notice.version(), notice.hash()));
    return answer;
  }

  private IdentityDocument read(Visit visit, Dialogue ask) throws InterruptedException {
    try {
      IdentityDocument document = documents.read(visit, ask, this::wakeCamera);
      record(
          new VisitEvent.DocumentRead(
              visit.id(),
              "READ",
              Optional.of(document.type().name()),
              Optional.of(document.protocol()),
              Optional.of(document.authenticity().name())));
      return document;
    } catch (VisitEnd end) {
      record(
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
            var _ = counter.camera().wake();
          } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void identify(Visit visit, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
    DocumentValidity validity =
        DocumentValidity.of(document.expiry(), counter.verifiedToday().get());
    if (validity == DocumentValidity.EXPIRED) {
      decided(
          visit,
          decide(document, validity, Optional.empty(), PadResult.notAssessed("no comparison")));
      throw new VisitEnd(new DocumentNotAccepted(DocumentProblem.EXPIRED));
    }
    ChipPhoto photo =
        document
            .photo()
            .orElseThrow(() -> new VisitEnd(new DocumentNotAccepted(DocumentProblem.NO_PHOTO)));
    AssuranceDecision decision =
        switch (faces.compare(visit, photo, ask)) {
          case Step.Decided(var comparison, var pad) -> {
            record(
                new VisitEvent.FaceCompared(
                    visit.id(),
                    comparison.score(),
                    comparison.threshold(),
                    comparison.algorithm(),
                    comparison.match()));
            record(VisitEvent.PadAssessed.of(visit.id(), pad));
            yield decide(document, validity, Optional.of(comparison), pad);
          }
          default ->
              decide(
                  document, validity, Optional.empty(), PadResult.notAssessed("no usable picture"));
        };
    decided(visit, decision);
    switch (decision) {
      case AssuranceDecision.Allow _ -> {}
      case AssuranceDecision.Assist _ ->
          throw new VisitEnd(otherWay(visit, Optional.of(document), new NotConfirmed()));
      case AssuranceDecision.Refuse _ ->
          throw new VisitEnd(new DocumentNotAccepted(DocumentProblem.NOT_GENUINE));
    }
  }

  private AssuranceDecision decide(
      IdentityDocument document,
      DocumentValidity validity,
      Optional<FaceComparison> comparison,
      PadResult pad) {
    return counter
        .assurance()
        .decide(
            new IdentityAssurance(
                document.type(),
                document.protocol(),
                document.authenticity(),
                validity,
                comparison,
                pad,
                IdentityAssurance.Route.FACE));
  }

  private void decided(Visit visit, AssuranceDecision decision) {
    var event =
        switch (decision) {
          case AssuranceDecision.Allow() ->
              new VisitEvent.IdentityDecided(visit.id(), "ALLOW", List.of());
          case AssuranceDecision.Assist(var reasons) ->
              new VisitEvent.IdentityDecided(visit.id(), "ASSIST", names(reasons));
          case AssuranceDecision.Refuse(var reasons) ->
              new VisitEvent.IdentityDecided(visit.id(), "REFUSE", names(reasons));
        };
    record(event);
  }

  private static List<String> names(java.util.Set<AssuranceDecision.Reason> reasons) {
    return reasons.stream().map(Enum::name).sorted().toList();
  }

  private List<Order> orders(Visit visit, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
    ask.show(new Moment.AskingRegistry());
    var query =
        new HolderQuery(
            document.type().name(), document.number(), document.nationality(), document.birth());
    OrdersAnswer answer =
        visit
            .timeline()
            .during(
                "ask-orders",
                VisitTimeline.Kind.MACHINE,
                () -> counter.registry().orders(query, counter.patience(REGISTRY)));
    return switch (answer) {
      case OrdersAnswer.Orders(var orders, var clerkNeeded) -> {
        if (clerkNeeded) {
          throw new VisitEnd(otherWay(visit, Optional.of(document), new VisitOutcome.OtherRoute()));
        }
        yield orders.stream().filter(order -> !order.pending().isEmpty()).toList();
      }
      case OrdersAnswer.Refused(var _) -> throw new VisitEnd(new ServiceUnavailable(Part.REGISTRY));
      case OrdersAnswer.Unavailable(var _) -> throw new VisitEnd(noteWish(visit, document));
    };
  }

  /** Where somebody can confirm the person now, they are sent there; else a time is booked. */
  private VisitOutcome otherWay(
      Visit visit, Optional<IdentityDocument> document, VisitOutcome whenOpen) {
    OpeningHours hours = counter.opening().withoutFace();
    LocalDateTime now = LocalDateTime.ofInstant(counter.clock().wallTime(), HallTime.ZONE);
    if (hours.openAt(now)) {
      return whenOpen;
    }
    Optional<LocalDateTime> from = hours.nextOpening(now);
    long entry =
        record(
            new VisitEvent.TimeBooked(
                visit.id(),
                from.map(LocalDateTime::toString),
                document.map(read -> read.type().name()),
                document.map(IdentityDocument::number)));
    counter.receipts().booked(entry, from);
    return new VisitOutcome.Booked(entry, from);
  }

  /** Nothing is promised: the wish is in the journal and goes out when the registry is back. */
  private VisitOutcome noteWish(Visit visit, IdentityDocument document) {
    long entry =
        record(
            new VisitEvent.WishNoted(
                visit.id(),
                document.type().name(),
                document.number(),
                document.nationality(),
                document.birth().toString()));
    counter.receipts().noted(entry);
    return new VisitOutcome.NotedForLater(entry);
  }

  private static Order choose(List<Order> orders, Dialogue ask) throws InterruptedException {
    return switch (orders.size()) {
      case 0 -> throw new VisitEnd(new VisitOutcome.NothingToCollect());
      case 1 -> orders.getFirst();
      default -> ask.ask(new Question.ChooseOrder(orders));
    };
  }

  /** Without a record nothing may go on. */
  private long record(VisitEvent event) {
    return counter
        .record(event)
        .orElseThrow(() -> new VisitEnd(new ServiceUnavailable(Part.RECORD)));
  }
}
