package io.hall24.kiosk.ui;

import io.hall24.kiosk.gateway.OrdersAnswer.NotReady;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitOutcome.StopReason;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a visit ended, in words that say what happened and what to do now. */
final class EndPages {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final Hall hall;

  EndPages(Hall hall) {
    this.hall = hall;
  }

  /**
   * The page of an end.
   *
   * @param receipt is shown as a code where it was not printed
   */
  Page of(VisitOutcome outcome, Optional<String> receipt, Runnable finish) {
    Page said = end(outcome);
    return receipt
        .map(words ->
            said.showing(new Picture.Code(words, Words.of("screen.end.receipt")))
                .named(said.name() + "-code"))
        .orElse(said)
        .actions(Action.main("screen.end.finish", finish));
  }

  private Page end(VisitOutcome outcome) {
    return switch (outcome) {
      case VisitOutcome.Collected(var caseNumber, var copies) ->
          page(
              "collected",
              "screen.end.collected",
              Picture.Motif.DONE,
              caseLine(caseNumber),
              copies.stream().map(EndPages::line).toList(),
              "screen.end.collected.do");
      case VisitOutcome.PartlyCollected(var caseNumber, var copies, var reason) ->
          page(
              copies.isEmpty() ? "not-issued-" + reason.name() : "partly-" + reason.name(),
              copies.isEmpty() ? "screen.end.none" : "screen.end.partly",
              Picture.Motif.KEPT,
              caseLine(caseNumber),
              List.of(Words.of("screen.end.stop." + reason.name())),
              wayOn(reason));
      case VisitOutcome.NothingToCollect(var known) -> nothing(known);
      case VisitOutcome.SurrenderFirst(var caseNumber) ->
          page(
              "surrender-first",
              "screen.end.surrender",
              Picture.Motif.COUNTER,
              caseLine(caseNumber),
              List.of(Words.of("screen.end.surrender.why")),
              "screen.end.surrender.do");
      case VisitOutcome.HandBackStopped(var caseNumber, var given, var unclear) ->
          page(
              unclear ? "hand-back-unclear" : "hand-back-stopped",
              "screen.end.back",
              Picture.Motif.COUNTER,
              caseLine(caseNumber),
              List.of(
                  unclear
                      ? Words.of("screen.end.back.unclear")
                      : Words.of("screen.end.back.why", given)),
              "screen.end.back.do");
      case VisitOutcome.NotNamed() ->
          explained("not-named", "screen.end.notnamed", Picture.Motif.COUNTER);
      case VisitOutcome.DayIsFull(var most) ->
          page(
              "day-is-full",
              "screen.end.full",
              Picture.Motif.KEPT,
              Optional.empty(),
              List.of(Words.of("screen.end.full.why", most)),
              "screen.end.full.do");
      case VisitOutcome.Errands(var errands) -> errands(errands);
      case VisitOutcome.OtherRoute() ->
          explained("other-route", "screen.end.other", Picture.Motif.COUNTER);
      case VisitOutcome.NotConfirmed() ->
          page(
              "not-confirmed",
              "screen.end.notconfirmed",
              Picture.Motif.COUNTER,
              Optional.empty(),
              List.of(Words.of("screen.end.notconfirmed.why")),
              "screen.end.other.do");
      case VisitOutcome.DocumentNotAccepted(var problem) ->
          page(
              "document-" + problem.name(),
              "screen.end.document." + problem.name(),
              Picture.Motif.COUNTER,
              Optional.empty(),
              List.of(),
              "screen.end.document." + problem.name() + ".do");
      case VisitOutcome.WrongInformation(var caseNumber) ->
          page(
              "wrong-information",
              "screen.end.wrong",
              Picture.Motif.COUNTER,
              caseLine(caseNumber),
              List.of(Words.of("screen.end.wrong.why")),
              "screen.end.wrong.do");
      case VisitOutcome.NotedForLater(var entry) ->
          page(
              "noted-for-later",
              "screen.end.noted",
              Picture.Motif.KEPT,
              Optional.of(numbered("screen.end.entry", Long.toString(entry))),
              List.of(Words.of("screen.end.noted.why")),
              "screen.end.noted.do");
      case VisitOutcome.Informed _ ->
          explained("informed", "screen.end.informed", Picture.Motif.COUNTER);
      case VisitOutcome.Booked(var entry, var from) ->
          page(
              from.isPresent() ? "booked" : "booked-ask",
              "screen.end.booked",
              Picture.Motif.COUNTER,
              Optional.of(numbered("screen.end.booking", Long.toString(entry))),
              List.of(Words.of("screen.end.booked.why")),
              from.map(time -> Words.of("screen.end.booked.do", TIME.format(time)))
                  .orElseGet(() -> Words.of("screen.end.booked.ask")));
      case VisitOutcome.ServiceUnavailable(var part) ->
          page(
              "unavailable-" + part.name(),
              "screen.end.part",
              Picture.Motif.COUNTER,
              Optional.empty(),
              List.of(Words.of("screen.part." + part.name())),
              "screen.end.part.do");
      case VisitOutcome.Abandoned(var why) ->
          page(
              "abandoned-" + why.name(),
              "screen.end.abandoned." + why.name(),
              Picture.Motif.KEPT,
              Optional.empty(),
              List.of(Words.of("screen.end.abandoned." + why.name() + ".why")),
              "screen.end.abandoned.do");
    };
  }

  private Page nothing(List<NotReady> known) {
    List<Words> facts =
        known.isEmpty()
            ? List.of(Words.of("screen.end.nothing.why"))
            : known.stream()
                .<Words>map(one ->
                    new Words.Joined(
                        List.of(
                            Words.verbatim(one.caseNumber()),
                            Words.of("screen.end.nothing." + one.reason().name())),
                        Words.verbatim("  ")))
                .toList();
    return page(
        known.isEmpty() ? "nothing-to-collect" : "nothing-to-collect-yet",
        "screen.end.nothing",
        Picture.Motif.COUNTER,
        Optional.empty(),
        facts,
        "screen.end.nothing.do");
  }

  private Page errands(List<VisitOutcome.Errand> errands) {
    boolean all = errands.stream().allMatch(one -> one.outcome() instanceof VisitOutcome.Collected);
    return page(
        all ? "collected-for-others" : "partly-collected-for-others",
        all ? "screen.end.errands" : "screen.end.errands.partly",
        all ? Picture.Motif.DONE : Picture.Motif.KEPT,
        Optional.empty(),
        errands.stream().map(EndPages::errand).toList(),
        all ? "screen.end.errands.do" : "screen.end.do.window");
  }

  private static Words errand(VisitOutcome.Errand errand) {
    return switch (errand.outcome()) {
      case VisitOutcome.Collected(var caseNumber, var copies) ->
          Words.of("screen.end.errand.collected", caseNumber, copies.size());
      case VisitOutcome.PartlyCollected(var caseNumber, var copies, var reason) ->
          Words.of(
              "screen.end.errand.partly",
              caseNumber,
              copies.size(),
              Words.of("screen.end.stop." + reason.name()));
      case VisitOutcome.WrongInformation(var caseNumber) ->
          Words.of("screen.end.errand.wrong", caseNumber);
      default -> throw new IllegalArgumentException("not of an errand: " + errand.outcome().code());
    };
  }

  private Page explained(String name, String key, Picture.Motif motif) {
    return page(name, key, motif, Optional.empty(), List.of(Words.of(key + ".why")), key + ".do");
  }

  private Page page(
      String name,
      String headline,
      Picture.Motif motif,
      Optional<Words> reference,
      List<Words> facts,
      String wayOn) {
    return page(name, headline, motif, reference, facts, Words.of(wayOn));
  }

  private Page page(
      String name,
      String headline,
      Picture.Motif motif,
      Optional<Words> reference,
      List<Words> facts,
      Words wayOn) {
    List<Words> now = new ArrayList<>();
    now.add(wayOn);
    now.add(Words.of("screen.end.help", hall.terminal()));
    List<Card> cards = new ArrayList<>();
    List<Words> what = new ArrayList<>(facts);
    reference.ifPresent(what::add);
    if (!what.isEmpty()) {
      cards.add(new Card(Card.Tone.PLAIN, Optional.empty(), what, false));
    }
    cards.add(Card.good(Words.of("screen.end.now"), now.toArray(Words[]::new)));
    return Page.of("ended-" + name, Words.of(headline), new Picture.Drawing(motif)).cards(cards);
  }

  private static Optional<Words> caseLine(String caseNumber) {
    return Optional.of(numbered("screen.end.case", caseNumber));
  }

  private static Words numbered(String key, String number) {
    return new Words.Joined(List.of(Words.of(key), Words.verbatim(number)), Words.verbatim("  "));
  }

  private static Words line(VisitOutcome.CollectedCopy copy) {
    return new Words.Joined(
        List.of(MomentPages.copy(copy.copy()), Words.verbatim(copy.sheet())), Words.verbatim("  "));
  }

  private static String wayOn(StopReason reason) {
    return switch (reason) {
      case REFUSED_BY_REGISTRY,
          IN_ISSUE_ELSEWHERE,
          ALREADY_COLLECTED,
          AUTHORISATION_ENDED,
          NOT_SURRENDERED,
          UNCLEAR,
          NOT_TAKEN ->
          "screen.end.do.window";
      case REGISTRY_UNREACHABLE, PRINTER_NOT_READY, SPOILED, GIVEN_UP, DAILY_LIMIT, NOT_BEGUN ->
          "screen.end.do.again";
    };
  }
}
