package io.hall24.kiosk.demo;

import io.hall24.device.AccessKey;
import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.Rating;
import io.hall24.kiosk.journey.ReceiptConfirmation;
import io.hall24.kiosk.journey.Signature;
import io.hall24.kiosk.journey.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A citizen without a screen: answers questions by a script and moves documents and sheets with
 * {@link Hands}, which work beside the conversation like a person's.
 */
public final class ScriptedCitizen implements Dialogue, AutoCloseable {
  /** Of how many licences an agent takes. */
  private static final int TAKEN = 2;

  private static final Duration AGAIN = Duration.ofMillis(300);

  /** Two strokes. */
  private static final short[] SIGNATURE = {
    120, 300, 180, 140, 260, 320, -1, -1, 400, 200, 640, 260, -1, -1
  };

  private final Script script;
  private final Hands hands;
  private final StoppableClock time = new StoppableClock(HallClock.system());
  private final AtomicInteger cansGiven = new AtomicInteger();
  private final List<Moment> moments = new CopyOnWriteArrayList<>();
  private final Actor actor;
  private final ExecutorService body =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("citizen").factory());

  public ScriptedCitizen(Script script, Hands hands) {
    this.script = script;
    this.hands = hands;
    this.actor = new Actor(hands);
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    return answer(question);
  }

  // The type of each question's answer is fixed by its declaration, which the compiler does not
  // carry through the switch.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <A> A answer(Question<A> question) {
    Object answer =
        switch (question) {
          case Question.Consent _ -> script.consent();
          case Question.EnterCan _ -> new AccessKey.Can(nextCan());
          case Question.ChooseWay(var open, var before) -> way(open, before.isPresent());
          case Question.EnterZone(var field, var _) -> hands.readZone(field);
          case Question.CallClerk _ ->
              script.clerk().isPresent()
                  ? Question.CallClerk.Answer.CLERK_IS_HERE
                  : Question.CallClerk.Answer.ANOTHER_TIME;
          case Question.ClerkDigits(var part) -> script.clerk().orElseThrow().types(part);
          case Question.ChooseOrder(var orders) -> orders.getFirst();
          case Question.ConfirmOrder _ -> script.confirmation();
          case Question.FillBasket(var offers, var _, var left) ->
              offers.stream()
                  .limit(Math.min(left, TAKEN))
                  .map(Question.FillBasket.Offer::order)
                  .toList();
          case Question.HandBackOld _ -> Question.HandBackOld.Answer.NOW;
          case Question.ConfirmReceipt _ ->
              script.signs()
                  ? new ReceiptConfirmation.Signed(Signature.of(SIGNATURE.clone()))
                  : new ReceiptConfirmation.ByWord();
          case Question.Rate _ -> Optional.of(Rating.SATISFIED);
          case Question.TypeService(var finder, var _) ->
              new Question.TypeService.Typed(
                  finder.search().find(script.looksFor(), 1).getFirst(), script.looksFor());
          case Question.ChooseTopic(var topics) -> Optional.of(topics.getFirst());
          case Question.ChooseService(var _, var services, var first) ->
              new Question.ChooseService.Listed(services.stream().findFirst(), first);
          case Question.ShowService(var item, var _) ->
              item.here().isPresent()
                  ? Question.ShowService.Answer.HERE
                  : Question.ShowService.Answer.SLIP;
        };
    return (A) answer;
  }

  /** What they came prepared for, and whoever is left; not twice. */
  private Question.Way way(List<Question.Way> open, boolean failedBefore) {
    List<Question.Way> wanted = new ArrayList<>();
    script.phone().ifPresent(_ -> wanted.add(Question.Way.CREDENTIAL));
    script.clerk().ifPresent(_ -> wanted.add(Question.Way.CLERK));
    wanted.add(Question.Way.REMOTE_CLERK);
    return failedBefore
        ? Question.Way.ANOTHER_TIME
        : wanted.stream().filter(open::contains).findFirst().orElse(Question.Way.ANOTHER_TIME);
  }

  /** Again and again, as people do, until the screen says something else. */
  private void holdUp(Runnable phone) {
    try {
      while (moments.getLast() instanceof Moment.ShowCredential) {
        phone.run();
        HallClock.system().sleep(AGAIN);
      }
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }

  private String nextCan() {
    int index = Math.min(cansGiven.getAndIncrement(), script.cans().size() - 1);
    return script.cans().get(index);
  }

  @Override
  public void show(Moment moment) {
    moments.add(moment);
    actor.see(moment);
    switch (moment) {
      case Moment.PlaceDocument _ -> {
        if (script.placesDocument()) {
          body.execute(hands::placeDocument);
        }
      }
      case Moment.TakeSheet _ -> {
        if (script.takesSheets()) {
          body.execute(hands::takeSheet);
        }
      }
      case Moment.ShowCredential _ ->
          script.phone().ifPresent(phone -> body.execute(() -> holdUp(phone)));
      case Moment.TakeDocument _ -> body.execute(hands::takeDocument);
      case Moment.ReadingDocument _,
          Moment.LookAtCamera _,
          Moment.CallingClerk _,
          Moment.AskingRegistry _,
          Moment.ShowOldSheet _,
          Moment.DepositOldSheet _,
          Moment.Printing _,
          Moment.Ended _ -> {}
    }
  }

  @Override
  public void mirror(Frame frame) {
    // A script needs no mirror.
  }

  @Override
  public Locale language() {
    return Locale.SIMPLIFIED_CHINESE;
  }

  @Override
  public Optional<Wish> wish() {
    boolean asked =
        !moments.isEmpty()
            && moments.getLast() instanceof Moment.LookAtCamera(var guidance, var _, var _)
            && guidance.flatMap(Challenge::askedBy).filter(script.cannot()::contains).isPresent();
    return asked ? Optional.of(Wish.ANOTHER_MOVEMENT) : Optional.empty();
  }

  @Override
  public StoppableClock time() {
    return time;
  }

  /** Everything that was shown, in order. */
  public List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** Lets the hands finish what they do. */
  @Override
  public void close() {
    actor.close();
    body.close();
  }
}
