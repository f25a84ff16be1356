package io.hall24.kiosk.journey;

import io.hall24.device.time.Patience;
import io.hall24.kiosk.gateway.HolderQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives one person after the other: opens the scope of a visit, tells its story, and wipes it,
 * however it ends. One visit at a time.
 */
public final class Reception {
  private static final Duration DOCUMENT_REMINDER = Duration.ofSeconds(10);
  private static final int DOCUMENT_REMINDERS = 6;

  /** How long a slip of paper is waited for before its words are shown as a code. */
  private static final Duration SLIP = Duration.ofSeconds(3);

  private static final Duration MOMENT = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final Counter counter;
  private final CollectLicence collecting;
  private final FindService finding;
  private final RandomGenerator random;
  private final BiConsumer<VisitOutcome, Visit> everyVisit;
  private final AtomicReference<Optional<Served>> last = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Guest>> guest = new AtomicReference<>(Optional.empty());

  /** What may still be rated: a visit's id, and the case it was about. */
  private record Served(String visit, Optional<String> caseNumber) {}

  /** The person who is being served: their thread, and why they leave if they do. */
  private record Guest(Thread thread, AtomicReference<Optional<VisitOutcome.Why>> leaves) {}

  /**
   * Nobody is there yet.
   *
   * @param everyVisit is given what remains of every visit, before whoever served it
   */
  public Reception(
      Counter counter, RandomGenerator random, BiConsumer<VisitOutcome, Visit> everyVisit) {
    this.counter = counter;
    this.collecting = new CollectLicence(counter);
    this.finding =
        new FindService(
            counter.services(), counter.receipts(), counter.opening().clerk(), counter.clock());
    this.random = random;
    this.everyVisit = everyVisit;
  }

  /**
   * Serves one person on the calling virtual thread, from the start to the goodbye.
   *
   * @param purpose what they come for
   * @param ask speaks with the person
   * @param afterwards is given what remains of the visit: its id and timeline, nothing of the
   *     person
   */
  public VisitOutcome serve(
      Purpose purpose, Dialogue ask, BiConsumer<VisitOutcome, Visit> afterwards) {
    var me = new Guest(Thread.currentThread(), new AtomicReference<>(Optional.empty()));
    if (!guest.compareAndSet(Optional.empty(), Optional.of(me))) {
      throw new IllegalStateException("somebody is being served");
    }
    try (Visit visit = new Visit(counter.clock(), random, ask::language)) {
      VisitOutcome outcome = tell(purpose, visit, me, ask);
      farewell(outcome, ask);
      record(new VisitEvent.Ended(visit.id(), outcome.code(), Outcomes.detailOf(outcome)));
      last.set(Optional.of(new Served(visit.id(), Outcomes.caseOf(outcome))));
      everyVisit.accept(outcome, visit);
      afterwards.accept(outcome, visit);
      return outcome;
    } finally {
      guest.set(Optional.empty());
    }
  }

  private VisitOutcome tell(Purpose purpose, Visit visit, Guest me, Dialogue ask) {
    if (!record(new VisitEvent.Started(visit.id()))) {
      return new VisitOutcome.ServiceUnavailable(VisitOutcome.Part.RECORD);
    }
    try {
      return story(purpose, visit, ask);
    } catch (InterruptedException leaves) {
      return new VisitOutcome.Abandoned(me.leaves().get().orElse(VisitOutcome.Why.CANCELLED));
    } finally {
      closeEyes();
    }
  }

  private VisitOutcome story(Purpose purpose, Visit visit, Dialogue ask)
      throws InterruptedException {
    return switch (finding.find(purpose, ask)) {
      case FindService.Found.Informed(var slip) -> new VisitOutcome.Informed(slip);
      case FindService.Found.Here(var what) ->
          switch (what) {
            case COLLECT_LICENCE -> collecting.collect(visit, HolderQuery.Role.HOLDER, ask);
            case COLLECT_FOR_OTHERS -> collecting.collect(visit, HolderQuery.Role.AGENT, ask);
          };
    };
  }

  /**
   * Asks whoever was served last how it was, once, on the calling virtual thread. Nothing is kept
   * when they do not say.
   */
  public void rate(Dialogue ask) {
    var me = new Guest(Thread.currentThread(), new AtomicReference<>(Optional.empty()));
    Optional<Served> served = last.getAndSet(Optional.empty());
    if (served.isEmpty() || !guest.compareAndSet(Optional.empty(), Optional.of(me))) {
      return;
    }
    try {
      ask.ask(new Question.Rate())
          .ifPresent(rating ->
              record(
                  new VisitEvent.Rated(
                      served.get().visit(), served.get().caseNumber(), rating.level())));
    } catch (InterruptedException wouldRatherNot) {
      LOG.debug("left without a rating");
    } finally {
      guest.set(Optional.empty());
    }
  }

  /** Ends the current visit, if there is one. What is being printed stays with the desk. */
  public void leave(VisitOutcome.Why why) {
    guest
        .get()
        .ifPresent(present -> {
          present.leaves().compareAndSet(Optional.empty(), Optional.of(why));
          present.thread().interrupt();
        });
  }

  /** Whether somebody is being served. */
  public boolean busy() {
    return guest.get().isPresent();
  }

  /** The camera is off whenever nobody stands before it. */
  private void closeEyes() {
    uninterrupted(() -> counter.cameras().rest());
  }

  private void farewell(VisitOutcome outcome, Dialogue ask) {
    if (outcome.equals(new VisitOutcome.Informed(false))) {
      return;
    }
    uninterrupted(() -> {
      counter.readers().wake();
      for (int reminder = 0;
          reminder < DOCUMENT_REMINDERS && counter.readers().anyDocumentLiesThere(MOMENT);
          reminder++) {
        ask.show(new Moment.TakeDocument());
        if (!counter.readers().anyDocumentLiesThere(DOCUMENT_REMINDER)) {
          break;
        }
      }
    });
    ask.show(new Moment.Ended(outcome));
    uninterrupted(() ->
        counter
            .receipts()
            .withoutPaper(Patience.of(SLIP, counter.clock()))
            .ifPresent(words -> ask.show(new Moment.Ended(outcome, Optional.of(words)))));
  }

  private boolean record(VisitEvent event) {
    return counter.record(event).isPresent();
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /**
   * A late interrupt of a visit that has already ended must not keep its clean-up from happening.
   */
  private static void uninterrupted(Work work) {
    var _ = Thread.interrupted();
    try {
      work.run();
    } catch (InterruptedException late) {
      LOG.debug("left during the goodbye");
    }
  }
}
