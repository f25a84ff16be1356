package io.hall24.kiosk.journey;

import io.hall24.config.HallTime;
import io.hall24.config.OpeningHours;
import io.hall24.config.Profile;
import io.hall24.device.CodeScanner;
import io.hall24.device.IdentityDocument;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.identity.Route;
import io.hall24.kiosk.journey.Question.Setback;
import io.hall24.kiosk.journey.Question.Way;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The step of a visit in which something else than the camera confirms the person: a clerk of the
 * hall at this screen with two factors, a clerk elsewhere, or an electronic credential. Where no
 * way is open, a time is booked.
 */
final class OtherWay {
  private static final int TRIES = 3;

  /** All of them. */
  static final Set<Way> EVERY = EnumSet.complementOf(EnumSet.of(Way.ANOTHER_TIME));

  /** Ways in which a clerk answers for a person. */
  static final Set<Way> BY_CLERK = EnumSet.of(Way.CLERK, Way.REMOTE_CLERK);

  private final Counter counter;
  private final Optional<SupervisedDevice<CodeScanner>> scanner;

  OtherWay(Counter counter) {
    this.counter = counter;
    this.scanner = counter.scanner();
  }

  /**
   * Whether nobody can be confirmed without a face at this hour.
   *
   * @return how the visit ends then
   */
  Optional<VisitOutcome> closed(
      Visit visit, Optional<IdentityDocument> document, VisitOutcome otherwise) {
    return closed(visit, document, EVERY, otherwise);
  }

  private Optional<VisitOutcome> closed(
      Visit visit, Optional<IdentityDocument> document, Set<Way> accepted, VisitOutcome otherwise) {
    if (!open(accepted).isEmpty()) {
      return Optional.empty();
    }
    OpeningHours any = counter.opening().withoutFace();
    return Optional.of(
        any.openAt(now()) ? otherwise : book(visit, document, any.nextOpening(now())));
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(counter.clock().wallTime(), HallTime.ZONE);
  }

  /** The accepted ways that can be gone now, in the order in which they are offered. */
  private List<Way> open(Set<Way> accepted) {
    Profile.Opening hours = counter.opening();
    List<Way> open = new ArrayList<>();
    if (hours.clerk().openAt(now())) {
      open.add(Way.CLERK);
    }
    if (hours.remoteClerk().openAt(now())) {
      open.add(Way.REMOTE_CLERK);
    }
    if (hours.credential().openAt(now()) && scanner.filter(SupervisedDevice::isOpen).isPresent()) {
      open.add(Way.CREDENTIAL);
    }
    open.retainAll(accepted);
    return open;
  }

  private VisitOutcome book(
      Visit visit, Optional<IdentityDocument> document, Optional<LocalDateTime> from) {
    long entry =
        counter.require(
            new VisitEvent.TimeBooked(
                visit.id(),
                from.map(LocalDateTime::toString),
                document.map(read -> read.type().name()),
                document.map(IdentityDocument::number)));
    counter.receipts().booked(visit.language(), entry, from);
    return new VisitOutcome.Booked(entry, from);
  }

  /**
   * Returns when somebody answers for the person, which is then in the record; ends the visit
   * otherwise.
   *
   * @param accepted ways that are enough
   * @param otherwise how the visit ends when nobody does
   */
  Route confirm(
      Visit visit,
      IdentityDocument document,
      Set<Way> accepted,
      VisitOutcome otherwise,
      Dialogue ask)
      throws InterruptedException {
    Optional<VisitOutcome> closed = closed(visit, Optional.of(document), accepted, otherwise);
    if (closed.isPresent()) {
      throw new VisitEnd(closed.get());
    }
    Set<Way> left = EnumSet.copyOf(accepted);
    Optional<Setback> before = Optional.empty();
    for (int tries = 0; tries < TRIES; tries++) {
      Way way = way(open(left), before, ask);
      if (way == Way.ANOTHER_TIME) {
        break;
      }
      switch (go(way, visit, document, ask)) {
        case Confirmation.By(var route) -> {
          return route;
        }
        case Confirmation.NotYet(var why) -> {
          before = Optional.of(why);
          if (why == Setback.CLERK_DECLINED) {
            // Whom one clerk has seen and not confirmed only another one may, face to face.
            left.retainAll(Set.of(Way.CLERK));
          }
        }
        case Confirmation.AnotherWay() -> {
          before = Optional.empty();
          if (open(left).equals(List.of(way))) {
            throw new VisitEnd(otherwise);
          }
        }
      }
    }
    throw new VisitEnd(otherwise);
  }

  /** Nobody is asked for a way where there is one only, and it was not tried yet. */
  private static Way way(List<Way> open, Optional<Setback> before, Dialogue ask)
      throws InterruptedException {
    if (open.isEmpty()) {
      return Way.ANOTHER_TIME;
    }
    if (open.size() == 1 && before.isEmpty()) {
      return open.getFirst();
    }
    List<Way> offered = new ArrayList<>(open);
    offered.add(Way.ANOTHER_TIME);
    return ask.ask(new Question.ChooseWay(offered, before));
  }

  private Confirmation go(Way way, Visit visit, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
    return switch (way) {
      case CLERK -> new AwaitClerk(counter).confirm(visit, document, ask);
      case REMOTE_CLERK -> new CallRemoteClerk(counter).confirm(visit, document, ask);
      case CREDENTIAL ->
          new ScanCredential(counter, scanner.orElseThrow()).confirm(visit, document, ask);
      case ANOTHER_TIME -> new Confirmation.AnotherWay();
    };
  }
}
