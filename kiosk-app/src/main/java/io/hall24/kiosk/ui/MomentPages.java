package io.hall24.kiosk.ui;

import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Wish;
import io.hall24.kiosk.licence.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The screens of what happens now. */
public final class MomentPages {
  private static final List<Moment.Printing.Stage> STAGES = List.of(Moment.Printing.Stage.values());

  private final Hall hall;
  private final Runnable finish;
  private final Consumer<Wish> wish;

  /**
   * Screens of one terminal.
   *
   * @param finish is called when a person has read how the visit ended
   * @param wish takes what a person touches on a screen that asks nothing
   */
  public MomentPages(Hall hall, Runnable finish, Consumer<Wish> wish) {
    this.hall = hall;
    this.finish = finish;
    this.wish = wish;
  }

  /** The screen of a moment. */
  public Page of(Moment moment) {
    return switch (moment) {
      case Moment.PlaceDocument _ ->
          drawn("place-document", "screen.place", Picture.Motif.PLACE_DOCUMENT, VisitStep.DOCUMENT)
              .detail(Words.of("screen.place.detail"));
      case Moment.ReadingDocument(var cameraOn) -> {
        Page reading =
            drawn("reading", "screen.reading", Picture.Motif.READING, VisitStep.DOCUMENT)
                .detail(Words.of("screen.reading.detail"));
        yield cameraOn ? reading.note(Words.of("screen.reading.camera")) : reading;
      }
      case Moment.LookAtCamera(var guidance, var progress, var fill) ->
          Page.of(
                  "face",
                  guidance
                      .map(kind -> Words.of("screen.face." + kind.name()))
                      .orElse(Words.of("screen.face")),
                  new Picture.Mirror(progress, fill))
              .at(VisitStep.VERIFY)
              .cards(
                  Card.hint(Words.of("screen.face.tips")),
                  Card.promise(Words.of("screen.face.kept")).asHint())
              .actions(wishes(guidance))
              .note(Words.of("screen.face.note"));
      case Moment.CallingClerk(var number, var ahead) -> calling(number, ahead);
      case Moment.ShowCredential _ ->
          drawn("show-credential", "screen.credential", Picture.Motif.PHONE_CODE, VisitStep.VERIFY)
              .detail(Words.of("screen.credential.detail"))
              .cards(Card.promise(Words.of("screen.credential.kept")).asHint())
              .actions(anotherWay());
      case Moment.AskingRegistry() ->
          drawn("asking-registry", "screen.asking", Picture.Motif.ASKING, VisitStep.CHOOSE)
              .detail(Words.of("screen.asking.detail"));
      case Moment.ShowOldSheet(var number, var total, var trouble, var _) ->
          drawn(
                  trouble.isEmpty() ? "show-old-sheet" : "show-old-sheet-again",
                  trouble.isEmpty() ? "screen.back.show" : "screen.back.show.again",
                  Picture.Motif.SHOW_CODE,
                  VisitStep.CHOOSE)
              .detail(Words.of("screen.back.show.detail", number, total));
      case Moment.DepositOldSheet(var copy, var number, var total, var _) ->
          drawn(
                  "deposit-old-sheet",
                  "screen.back.drop",
                  Picture.Motif.DEPOSIT,
                  VisitStep.CHOOSE,
                  copy(copy))
              .detail(Words.of("screen.back.drop.detail", number, total));
      case Moment.Printing printing -> printing(printing);
      case Moment.TakeSheet(var copy, var index, var total) ->
          drawn("take-sheet", "screen.take", Picture.Motif.TAKE_SHEET, VisitStep.TAKE, copy(copy))
              .detail(Words.of("screen.take.detail", index, total))
              .note(Words.of("screen.take.note"))
              .whilePrinting();
      case Moment.TakeDocument() ->
          drawn("take-document", "screen.document", Picture.Motif.TAKE_DOCUMENT, VisitStep.TAKE)
              .detail(Words.of("screen.document.detail"))
              .whilePrinting();
      case Moment.Ended(var outcome, var receipt) ->
          new EndPages(hall).of(outcome, receipt, finish);
    };
  }

  private Action anotherWay() {
    return Action.even("screen.way.other", () -> wish.accept(Wish.ANOTHER_WAY));
  }

  /** The number tells a person that the clerk who speaks is the one whom this terminal called. */
  private Page calling(Optional<String> number, Optional<Integer> ahead) {
    boolean taken = number.isPresent() && ahead.isEmpty();
    Words detail =
        ahead
            .map(calls ->
                calls == 0
                    ? Words.of("screen.calling.next")
                    : Words.of("screen.calling.ahead", calls))
            .orElse(Words.of(taken ? "screen.calling.taken.detail" : "screen.calling.begun"));
    Page page =
        drawn(
                taken ? "clerk-talking" : "calling-clerk",
                taken ? "screen.calling.taken" : "screen.calling",
                Picture.Motif.COUNTER,
                VisitStep.VERIFY)
            .detail(detail)
            .actions(anotherWay());
    return number
        .map(shown ->
            page.cards(
                Card.plain(
                    Words.of("screen.calling.number"),
                    Words.verbatim(shown),
                    Words.of("screen.calling.number.detail"))))
        .orElse(page);
  }

  /** Nobody must make a movement that they cannot make, nor go on with their face. */
  private Action[] wishes(Optional<Step.Prompt.Kind> guidance) {
    Action withoutFace = Action.even("screen.face.without", () -> wish.accept(Wish.WITHOUT_FACE));
    return guidance.flatMap(Challenge::askedBy).isEmpty()
        ? new Action[] {withoutFace}
        : new Action[] {
          Action.even("screen.face.cannot", () -> wish.accept(Wish.ANOTHER_MOVEMENT)), withoutFace
        };
  }

  private static Page drawn(
      String name, String headline, Picture.Motif motif, VisitStep step, Object... values) {
    return Page.of(name, Words.of(headline, values), new Picture.Drawing(motif)).at(step);
  }

  /** A copy's name for a person. */
  static Words copy(Copy copy) {
    return switch (copy) {
      case Copy.Original() -> Words.of("screen.copy.original");
      case Copy.Duplicate(var label) -> Words.of("screen.copy.duplicate", label);
    };
  }

  private static Page printing(Moment.Printing printing) {
    List<Words> stages =
        STAGES.stream().map(stage -> Words.of("screen.print." + stage.name())).toList();
    Words copy = copy(printing.copy());
    Page page =
        Page.of(
                "printing",
                Words.of("screen.print", copy),
                new Picture.Printer(STAGES.indexOf(printing.stage()), stages))
            .at(VisitStep.PRINT)
            .detail(Words.of("screen.print.detail", printing.index(), printing.total()))
            .cards(
                Card.steps(Words.of("screen.print.next"), next(printing, copy)),
                Card.attention(Words.of("screen.print.next.document")));
    return printing.stage().compareTo(Moment.Printing.Stage.PRINTING) < 0
        ? page
        : page.whilePrinting();
  }

  private static List<Words> next(Moment.Printing printing, Words copy) {
    List<Words> next = new ArrayList<>();
    next.add(Words.of("screen.print.next.take", copy));
    next.add(
        Words.of(
            printing.index() < printing.total()
                ? "screen.print.next.more"
                : "screen.print.next.end"));
    return next;
  }
}
