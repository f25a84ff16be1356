package io.hall24.kiosk.ui;

import io.hall24.device.AccessKey;
import io.hall24.device.lds.ZoneField;
import io.hall24.kiosk.catalogue.Topic;
import io.hall24.kiosk.crypto.OneTimeCode;
import io.hall24.kiosk.journey.CoSigning;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.Rating;
import io.hall24.kiosk.journey.ReceiptConfirmation;
import io.hall24.kiosk.journey.TypedDigits;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.FaceItem;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.text.Masking;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The screens that ask. */
public final class QuestionPages {
  private QuestionPages() {}

  /**
   * The screen of a question.
   *
   * @param answer takes what the person chose
   */
  // The type of each question's answer is fixed by its declaration, which the compiler does not
  // carry through the switch.
  @SuppressWarnings("unchecked")
  public static <A> Page of(Question<A> question, Consumer<A> answer) {
    return switch (question) {
      case Question.Consent _ -> consent((Consumer<Question.Consent.Answer>) answer);
      case Question.EnterCan(var refused) -> can(refused, (Consumer<AccessKey.Can>) answer);
      case Question.ChooseWay(var open, var before) ->
          ways(open, before, (Consumer<Question.Way>) answer);
      case Question.EnterZone(var field, var before) ->
          zone(field, before, (Consumer<String>) answer);
      case Question.CallClerk(var document, var before) ->
          callClerk(document, before, (Consumer<Question.CallClerk.Answer>) answer);
      case Question.ClerkDigits(var part) -> clerkDigits(part, (Consumer<TypedDigits>) answer);
      case Question.ChooseOrder(var orders) -> choose(orders, (Consumer<Order>) answer);
      case Question.ConfirmOrder(var order) ->
          confirm(order, (Consumer<Question.ConfirmOrder.Answer>) answer);
      case Question.HandBackOld(var old) ->
          handBack(old, (Consumer<Question.HandBackOld.Answer>) answer);
      case Question.FillBasket basket -> fill(basket, (Consumer<List<Order>>) answer);
      case Question.ConfirmReceipt(var handed) ->
          receipt(handed, (Consumer<ReceiptConfirmation>) answer);
      case Question.Rate _ -> rate((Consumer<Optional<Rating>>) answer);
      case Question.TypeService type ->
          FindPages.type(type, (Consumer<Question.TypeService.Typed>) answer);
      case Question.ChooseTopic topics ->
          FindPages.topics(topics, (Consumer<Optional<Topic>>) answer);
      case Question.ChooseService services ->
          FindPages.services(services, (Consumer<Question.ChooseService.Listed>) answer);
      case Question.ShowService service ->
          FindPages.service(service, (Consumer<Question.ShowService.Answer>) answer);
    };
  }

  private static Page consent(Consumer<Question.Consent.Answer> answer) {
    List<Words> paragraphs =
        Stream.of("handler", "data", "face", "kept", "rights")
            .map(part -> Words.of("privacy." + part))
            .toList();
    Words title = Words.of("privacy.title");
    return Page.of("consent", title, new Picture.Notice(title, paragraphs))
        .at(VisitStep.NOTICE)
        .actions(
            Action.even("screen.consent.face", () -> answer.accept(Question.Consent.Answer.FACE)),
            Action.even(
                "screen.consent.without",
                () -> answer.accept(Question.Consent.Answer.WITHOUT_FACE)));
  }

  private static Page can(boolean refusedBefore, Consumer<AccessKey.Can> answer) {
    DigitEntry entry = DigitEntry.ofCan();
    Page page =
        Page.of(
                "enter-can",
                Words.of(refusedBefore ? "screen.can.wrong" : "screen.can"),
                new Picture.Keypad(entry))
            .at(VisitStep.DOCUMENT)
            .detail(Words.of("screen.can.detail"));
    return page.actions(
        Action.main(
            "screen.can.confirm",
            () -> {
              if (entry.complete()) {
                answer.accept(new AccessKey.Can(entry.take()));
              }
            }));
  }

  private static Page ways(
      List<Question.Way> open, Optional<Question.Setback> before, Consumer<Question.Way> answer) {
    List<Picture.Choice> choices =
        open.stream()
            .filter(way -> way != Question.Way.ANOTHER_TIME)
            .map(way ->
                new Picture.Choice(
                    Words.of("screen.way." + way.name()),
                    List.of(Words.of("screen.way." + way.name() + ".detail")),
                    () -> answer.accept(way)))
            .toList();
    return Page.of("choose-way", Words.of("screen.way"), new Picture.Choices(choices))
        .at(VisitStep.VERIFY)
        .detail(
            before
                .map(why -> Words.of("screen.way.before." + why.name()))
                .orElseGet(() -> Words.of("screen.way.detail")))
        .actions(Action.even("screen.clerk.later", () -> answer.accept(Question.Way.ANOTHER_TIME)));
  }

  private static Page zone(
      ZoneField field, Question.EnterZone.Before before, Consumer<String> answer) {
    DigitEntry entry = DigitEntry.ofZone(field);
    Words headline =
        before == Question.EnterZone.Before.NOTHING
            ? Words.of("screen.zone." + field)
            : Words.of("screen.zone." + before);
    return Page.of(
            "enter-zone-" + field.name().toLowerCase(Locale.ROOT),
            headline,
            new Picture.Keypad(entry))
        .at(VisitStep.DOCUMENT)
        .detail(Words.of("screen.zone." + field + ".detail"))
        .actions(
            Action.main(
                "screen.zone.confirm",
                () -> {
                  if (entry.complete()) {
                    answer.accept(entry.take());
                  }
                }));
  }

  private static Page callClerk(
      Question.ReadDocumentFacts document,
      Optional<CoSigning.Why> before,
      Consumer<Question.CallClerk.Answer> answer) {
    Page page =
        Page.of("call-clerk", Words.of("screen.clerk"), new Picture.Drawing(Picture.Motif.COUNTER))
            .at(VisitStep.VERIFY)
            .cards(
                Card.plain(
                    Words.of("screen.clerk.document"),
                    Words.of("screen.clerk.document." + document.type().name()),
                    Words.verbatim(document.name()),
                    Words.verbatim(document.number())),
                Card.steps(
                    Words.of("screen.clerk.how"),
                    List.of(
                        Words.of("screen.clerk.how.1"),
                        Words.of("screen.clerk.how.2"),
                        Words.of("screen.clerk.how.3"))))
            .actions(
                Action.even(
                    "screen.clerk.later",
                    () -> answer.accept(Question.CallClerk.Answer.ANOTHER_TIME)),
                Action.even(
                    "screen.clerk.here",
                    () -> answer.accept(Question.CallClerk.Answer.CLERK_IS_HERE)));
    return before
        .map(why -> page.detail(Words.of("screen.clerk.before." + why.name())))
        .orElseGet(() -> page.detail(Words.of("screen.clerk.detail")));
  }

  private static Page clerkDigits(Question.ClerkDigits.Part part, Consumer<TypedDigits> answer) {
    DigitEntry entry =
        switch (part) {
          case NUMBER -> DigitEntry.hidden(StaffEntry.NUMBER, StaffEntry.NUMBER);
          case PIN -> DigitEntry.hidden(Pin.SHORTEST, Pin.LONGEST);
          case CODE -> DigitEntry.hidden(OneTimeCode.DIGITS, OneTimeCode.DIGITS);
        };
    return Page.of(
            "clerk-" + part.name().toLowerCase(Locale.ROOT),
            Words.of("screen.clerk." + part.name()),
            new Picture.Keypad(entry))
        .at(VisitStep.VERIFY)
        .detail(Words.of("screen.clerk.only"))
        .actions(
            Action.main(
                "screen.can.confirm",
                () -> {
                  if (entry.complete()) {
                    answer.accept(entry.takeSecretly());
                  }
                }));
  }

  private static Page choose(List<Order> orders, Consumer<Order> answer) {
    return Page.of(
            "choose-order",
            Words.of("screen.choose"),
            new Picture.Choices(orders.stream().map(order -> choice(order, answer)).toList()))
        .at(VisitStep.CHOOSE);
  }

  private static Page handBack(List<Copy> old, Consumer<Question.HandBackOld.Answer> answer) {
    Words copies =
        new Words.Joined(old.stream().map(MomentPages::copy).toList(), Words.of("screen.copy.and"));
    return Page.of("hand-back", Words.of("screen.back"), new Picture.Drawing(Picture.Motif.DEPOSIT))
        .at(VisitStep.CHOOSE)
        .detail(Words.of("screen.back.detail", copies))
        .cards(Card.attention(Words.of("screen.back.final")))
        .actions(
            Action.even(
                "screen.back.window", () -> answer.accept(Question.HandBackOld.Answer.AT_WINDOW)),
            Action.even("screen.back.now", () -> answer.accept(Question.HandBackOld.Answer.NOW)));
  }

  /** Signing and saying so are equal ways: the same size, the same level. */
  private static Page receipt(
      List<Question.ConfirmReceipt.Handed> handed, Consumer<ReceiptConfirmation> answer) {
    var pad = new SignaturePad();
    return Page.of("confirm-receipt", Words.of("screen.sign"), new Picture.Signing(pad))
        .at(VisitStep.TAKE)
        .detail(inTheirHands(handed))
        .cards(Card.hint(Words.of("screen.sign.detail")))
        .actions(
            Action.even("screen.sign.word", () -> answer.accept(new ReceiptConfirmation.ByWord())),
            Action.even(
                "screen.sign.done",
                () -> {
                  if (pad.complete()) {
                    answer.accept(new ReceiptConfirmation.Signed(pad.take()));
                  }
                }));
  }

  /** Sheet by sheet, or how many of how many licences. */
  private static Words inTheirHands(List<Question.ConfirmReceipt.Handed> handed) {
    if (handed.size() > 1) {
      int sheets = handed.stream().mapToInt(order -> order.copies().size()).sum();
      return Words.of("screen.sign.many", handed.size(), sheets);
    }
    return new Words.Joined(
        handed.getFirst().copies().stream()
            .<Words>map(copy ->
                new Words.Joined(
                    List.of(MomentPages.copy(copy.copy()), Words.verbatim(copy.sheet())),
                    Words.verbatim(" ")))
            .toList(),
        Words.of("screen.copy.and"));
  }

  /** One tap says it, one tap skips it. */
  private static Page rate(Consumer<Optional<Rating>> answer) {
    List<Picture.Tile> levels =
        Stream.of(Rating.values())
            .map(rating ->
                Picture.Tile.of(
                    Words.of("screen.rate." + rating.name()),
                    () -> answer.accept(Optional.of(rating))))
            .toList();
    return Page.of("rate", Words.of("screen.rate"), new Picture.Tiles(levels))
        .detail(Words.of("screen.rate.detail"))
        .actions(Action.even("screen.rate.skip", () -> answer.accept(Optional.empty())));
  }

  /** The limit of the day is told before anything is chosen. */
  private static Page fill(Question.FillBasket question, Consumer<List<Order>> answer) {
    var basket = new Basket(question);
    return Page.of(
            "fill-basket", Words.of("screen.basket", question.left()), new Picture.Several(basket))
        .at(VisitStep.CHOOSE)
        .detail(Words.of("screen.basket.limit", question.most()))
        .actions(
            Action.main(
                "screen.basket.take",
                () -> {
                  if (!basket.isEmpty()) {
                    answer.accept(basket.orders());
                  }
                }));
  }

  /** What an offer says of itself, shortened. */
  public static List<Words> facts(Question.FillBasket.Offer offer) {
    return List.of(
        new Words.Joined(
            List.of(
                Words.verbatim(Masking.code(offer.order().face().uscc())),
                Words.of("screen.choose.copies", offer.order().pending().size())),
            Words.verbatim(" · ")),
        Words.of("screen.basket.principal", offer.principal(), offer.until()));
  }

  private static Picture.Choice choice(Order order, Consumer<Order> answer) {
    return new Picture.Choice(
        nameOf(order),
        List.of(
            Words.verbatim(Masking.code(order.face().uscc())),
            Words.of("screen.choose.copies", order.pending().size())),
        () -> answer.accept(order));
  }

  /** An individual business need not have a name. */
  public static Words nameOf(Order order) {
    return Optional.ofNullable(order.face().items().get(FaceItem.NAME))
        .map(Words::verbatim)
        .orElse(Words.of("screen.no.name"));
  }

  private static Page confirm(Order order, Consumer<Question.ConfirmOrder.Answer> answer) {
    Words copies =
        new Words.Joined(
            order.pending().stream().map(MomentPages::copy).toList(), Words.of("screen.copy.and"));
    return Page.of("confirm-order", Words.of("screen.confirm"), new Picture.Sheet(order.face()))
        .at(VisitStep.CHOOSE)
        .detail(Words.of("screen.confirm.copies", order.pending().size(), copies))
        .actions(
            Action.even(
                "screen.confirm.wrong",
                () -> answer.accept(Question.ConfirmOrder.Answer.WRONG_INFORMATION)),
            Action.main(
                "screen.confirm.correct",
                () -> answer.accept(Question.ConfirmOrder.Answer.CORRECT)));
  }
}
