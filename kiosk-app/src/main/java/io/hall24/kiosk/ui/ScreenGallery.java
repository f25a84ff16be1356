package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.device.IdentityDocument;
import io.hall24.device.lds.ZoneField;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.gateway.OrdersAnswer.NotReady;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.journey.Allowance;
import io.hall24.kiosk.journey.CoSigning;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitOutcome.StopReason;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every screen that there is, with invented content, for looking at them and for checking them. */
public final class ScreenGallery {
  private static final String RECEIPT =
      """
      营业执照领取凭证
      名称 青木县云杉信息技术有限公司（样本）
      统一社会信用代码 91330100TEST00018R
      办件编号 2026-0000000001
      正本 纸张 YL-A3-000001
      副本 1-1 纸张 YL-A4-000001
      领取人 苏**
      终端 HALL24-0001
      时间 2026年11月2日 10:24\
      """;
  private static final LocalTime EVENING = LocalTime.of(21, 47);
  private static final double SOME = 0.28;
  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 9, 0);
  private static final Profile.Nearby NEARBY =
      new Profile.Nearby(
          "栖湖区市民之家 24 小时厅（湖滨示例路 1 号）", "Qihu Citizens' Home, 24-hour hall (1 Hubin Sample Road)");
  private static final long ENTRY = 20417;
  private static final int SIGNATURE_STROKES = 3;
  private static final int SIGNATURE_STEPS = 30;

  private final MomentPages moments;
  private final Profile.Visit waiting;
  private final List<Order> orders;

  /**
   * With these orders on the screens.
   *
   * @param orders at least one
   */
  public ScreenGallery(Hall hall, Profile.Visit waiting, List<Order> orders) {
    this.moments = new MomentPages(hall, () -> {}, _ -> {});
    this.waiting = waiting;
    this.orders = List.copyOf(orders);
  }

  /** All of them; names are unique. */
  public List<ScreenState> all() {
    return Stream.of(halls(), new FindGallery().all(), questions(), moments(), ends())
        .flatMap(List::stream)
        .toList();
  }

  static Conditions usual() {
    return new Conditions(EVENING, Conditions.Network.ONLINE, Optional.empty());
  }

  private static ScreenState state(Page page, Conditions now) {
    return new ScreenState(page, now, Optional.empty());
  }

  private static List<ScreenState> halls() {
    Openings near = Openings.ALWAYS.near(Optional.of(NEARBY));
    var offline =
        new Conditions(
            LocalTime.of(9, 5),
            Conditions.Network.OFFLINE,
            Optional.empty(),
            Optional.empty(),
            near);
    var closed =
        new Conditions(
            LocalTime.of(2, 30),
            Conditions.Network.STARTING,
            Optional.of(VisitOutcome.Part.PAPER),
            Optional.empty(),
            near);
    var starting =
        new Conditions(
            LocalTime.of(9, 5),
            Conditions.Network.STARTING,
            Optional.empty(),
            Optional.of(VisitOutcome.Part.PRINTER),
            Openings.ALWAYS);
    var night =
        new Conditions(
            LocalTime.of(2, 30),
            Conditions.Network.ONLINE,
            Optional.empty(),
            Optional.empty(),
            new Openings(
                true,
                Optional.of(MONDAY.withHour(22)),
                List.of(
                    new Openings.Route(Openings.Way.FACE, false, Optional.empty()),
                    new Openings.Route(Openings.Way.CLERK, false, Optional.of(MONDAY)),
                    new Openings.Route(Openings.Way.REMOTE_CLERK, true, Optional.empty())),
                Optional.empty()));
    return List.of(
        state(HallPages.home(usual(), _ -> {}), usual()),
        state(renamed(HallPages.home(offline, _ -> {}), "home-offline"), offline),
        state(renamed(HallPages.home(closed, _ -> {}), "home-closed"), closed),
        state(renamed(HallPages.home(starting, _ -> {}), "home-starting"), starting),
        state(renamed(HallPages.home(night, _ -> {}), "home-night"), night),
        state(HallPages.goodbye(), usual()));
  }

  static Page renamed(Page page, String name) {
    return page.named(name);
  }

  private List<ScreenState> zones() {
    List<ScreenState> all = new ArrayList<>();
    for (ZoneField field : ZoneField.values()) {
      Page page =
          QuestionPages.of(
              new Question.EnterZone(field, Question.EnterZone.Before.NOTHING), _ -> {});
      if (page.picture() instanceof Picture.Keypad(var entry)) {
        "9503".chars().forEach(digit -> entry.type((char) digit));
        entry.toggleShown();
      }
      all.add(asked(page, 52));
    }
    all.add(
        asked(
            renamed(
                QuestionPages.of(
                    new Question.EnterZone(
                        ZoneField.NUMBER, Question.EnterZone.Before.REFUSED_BY_CHIP),
                    _ -> {}),
                "enter-zone-refused"),
            57));
    all.add(
        asked(
            renamed(
                QuestionPages.of(
                    new Question.EnterZone(ZoneField.BIRTH, Question.EnterZone.Before.CHECK_DIGIT),
                    _ -> {}),
                "enter-zone-mistyped"),
            58));
    return all;
  }

  private List<ScreenState> questions() {
    Page can = QuestionPages.of(new Question.EnterCan(false), _ -> {});
    if (can.picture() instanceof Picture.Keypad(var entry)) {
      "240".chars().forEach(digit -> entry.type((char) digit));
    }
    List<ScreenState> all = new ArrayList<>();
    all.add(asked(QuestionPages.of(new Question.Consent(), _ -> {}), 48));
    all.add(asked(can, 41));
    all.add(
        asked(
            renamed(QuestionPages.of(new Question.EnterCan(true), _ -> {}), "enter-can-again"),
            60));
    all.addAll(zones());
    all.addAll(clerks());
    all.add(asked(QuestionPages.of(new Question.ChooseOrder(orders), _ -> {}), 55));
    all.add(
        asked(
            QuestionPages.of(
                new Question.FillBasket(
                    orders.stream()
                        .map(order ->
                            new Question.FillBasket.Offer(order, "霍**", LocalDate.of(2026, 12, 31)))
                        .toList(),
                    3,
                    2),
                _ -> {}),
            55));
    all.addAll(receipts());
    all.add(asked(QuestionPages.of(new Question.Rate(), _ -> {}), 55));
    for (Order order : orders) {
      Page page = QuestionPages.of(new Question.ConfirmOrder(order), _ -> {});
      all.add(asked(renamed(page, page.name() + "-" + order.face().entityType()), 37));
    }
    all.add(
        asked(
            renamed(
                QuestionPages.of(new Question.ConfirmOrder(orders.getFirst()), _ -> {}),
                "time-warning"),
            (int) waiting.warning().toSeconds()));
    return all;
  }

  private List<ScreenState> receipts() {
    var original = new VisitOutcome.CollectedCopy(new Copy.Original(), "ZB000001");
    var duplicate = new VisitOutcome.CollectedCopy(new Copy.Duplicate("1-1"), "FB000001");
    var one = new Question.ConfirmReceipt.Handed("YL-2026-000317", List.of(original, duplicate));
    Page empty = QuestionPages.of(new Question.ConfirmReceipt(List.of(one)), _ -> {});
    Page several = QuestionPages.of(new Question.ConfirmReceipt(List.of(one, one, one)), _ -> {});
    if (several.picture() instanceof Picture.Signing(var pad)) {
      for (int stroke = 0; stroke < SIGNATURE_STROKES; stroke++) {
        double from = 180.0 + 210 * stroke;
        pad.begin(from, 280);
        for (int step = 1; step <= SIGNATURE_STEPS; step++) {
          pad.draw(from + 6.0 * step, 220 + 90 * Math.sin(step / 4.0 + stroke));
        }
        pad.lift();
      }
    }
    return List.of(asked(empty, 55), asked(renamed(several, "confirm-receipt-signed"), 41));
  }

  private List<ScreenState> clerks() {
    var passport =
        new Question.ReadDocumentFacts(
            IdentityDocument.Type.PASSPORT, "SAMPLE MARIA ELEONORA", "L89****C3");
    var card =
        new Question.ReadDocumentFacts(
            IdentityDocument.Type.RESIDENT_ID_CARD, "样本人", "3303**********0021");
    List<ScreenState> all = new ArrayList<>(ways());
    all.add(
        asked(QuestionPages.of(new Question.CallClerk(passport, Optional.empty()), _ -> {}), 52));
    for (CoSigning.Why why : CoSigning.Why.values()) {
      Page page = QuestionPages.of(new Question.CallClerk(card, Optional.of(why)), _ -> {});
      all.add(asked(renamed(page, page.name() + "-" + why.name()), 58));
    }
    for (Question.ClerkDigits.Part part : Question.ClerkDigits.Part.values()) {
      all.add(asked(QuestionPages.of(new Question.ClerkDigits(part), _ -> {}), 44));
    }
    return all;
  }

  private List<ScreenState> ways() {
    List<ScreenState> all = new ArrayList<>();
    List<Question.Way> every = List.of(Question.Way.values());
    all.add(asked(QuestionPages.of(new Question.ChooseWay(every, Optional.empty()), _ -> {}), 57));
    for (Question.Setback why : Question.Setback.values()) {
      Page page = QuestionPages.of(new Question.ChooseWay(every, Optional.of(why)), _ -> {});
      all.add(asked(renamed(page, page.name() + "-" + why.name()), 58));
    }
    all.add(shown(new Moment.CallingClerk(Optional.empty(), Optional.empty())));
    all.add(shown(new Moment.CallingClerk(Optional.of("4096"), Optional.of(2)), "ahead"));
    all.add(shown(new Moment.CallingClerk(Optional.of("4096"), Optional.of(0)), "next"));
    all.add(shown(new Moment.CallingClerk(Optional.of("4096"), Optional.empty())));
    var time = new StoppableClock(HallClock.system());
    time.stop(true);
    all.add(
        shown(
            new Moment.ShowCredential(new Allowance(waiting.document(), waiting.warning(), time))));
    return all;
  }

  private ScreenState asked(Page page, int seconds) {
    return new ScreenState(
        page,
        usual(),
        Optional.of(
            new ScreenState.TimeLeft(
                seconds, seconds <= waiting.warning().toSeconds(), false, () -> {})));
  }

  private List<ScreenState> moments() {
    List<ScreenState> all = new ArrayList<>();
    all.add(place("place-document", waiting.document(), waiting.warning()));
    all.add(place("place-document-warning", waiting.warning(), waiting.warning()));
    all.add(shown(new Moment.ReadingDocument(true)));
    all.add(shown(new Moment.LookAtCamera(Optional.empty(), 0, false)));
    for (Step.Prompt.Kind kind : Step.Prompt.Kind.values()) {
      all.add(
          shown(
              new Moment.LookAtCamera(Optional.of(kind), SOME, kind == Step.Prompt.Kind.TOO_DARK),
              kind.name()));
    }
    all.add(shown(new Moment.AskingRegistry()));
    Copy duplicate = new Copy.Duplicate("1-1");
    all.addAll(handingBack(duplicate));
    for (Moment.Printing.Stage stage : Moment.Printing.Stage.values()) {
      all.add(shown(new Moment.Printing(new Copy.Original(), 1, 2, stage), stage.name()));
    }
    all.add(
        shown(new Moment.Printing(duplicate, 2, 2, Moment.Printing.Stage.PRINTING), "duplicate"));
    all.add(shown(new Moment.TakeSheet(new Copy.Original(), 1, 2)));
    all.add(shown(new Moment.TakeSheet(duplicate, 2, 2), "duplicate"));
    all.add(shown(new Moment.TakeDocument()));
    return all;
  }

  private List<ScreenState> handingBack(Copy duplicate) {
    var allowance =
        new Allowance(
            waiting.document(), waiting.warning(), new StoppableClock(HallClock.system()));
    List<Copy> old = List.of(new Copy.Original(), duplicate);
    var trouble = Optional.of(Moment.ShowOldSheet.Trouble.NOT_THIS);
    return Stream.concat(
            Stream.of(asked(QuestionPages.of(new Question.HandBackOld(old), _ -> {}), 55)),
            Stream.of(
                    new Moment.ShowOldSheet(1, 2, Optional.empty(), allowance),
                    new Moment.ShowOldSheet(1, 2, trouble, allowance),
                    new Moment.DepositOldSheet(duplicate, 2, 2, allowance))
                .map(moment ->
                    new ScreenState(moments.of(moment), usual(), ScreenState.TimeLeft.of(moment))))
        .toList();
  }

  private ScreenState place(String name, Duration left, Duration warning) {
    var allowance = new Allowance(left, warning, new StoppableClock(HallClock.system()));
    var moment = new Moment.PlaceDocument(allowance);
    return new ScreenState(
        renamed(moments.of(moment), name), usual(), ScreenState.TimeLeft.of(moment));
  }

  private ScreenState shown(Moment moment) {
    return state(moments.of(moment), usual());
  }

  private ScreenState shown(Moment moment, String variant) {
    Page page = moments.of(moment);
    return state(renamed(page, page.name() + "-" + variant), usual());
  }

  private List<ScreenState> ends() {
    return outcomes(orders.getFirst().caseNumber())
        .flatMap(outcome ->
            outcome instanceof VisitOutcome.Collected
                ? Stream.of(Optional.<String>empty(), Optional.of(RECEIPT))
                    .map(receipt -> new Moment.Ended(outcome, receipt))
                : Stream.of(new Moment.Ended(outcome, Optional.empty())))
        .map(this::shown)
        .toList();
  }

  /** Every way in which a visit may end. */
  static Stream<VisitOutcome> outcomes(String caseNumber) {
    var original = new VisitOutcome.CollectedCopy(new Copy.Original(), "YL-A3-000001");
    var duplicate = new VisitOutcome.CollectedCopy(new Copy.Duplicate("1-1"), "YL-A4-000001");
    Stream<VisitOutcome> single =
        Stream.of(
            new VisitOutcome.Collected(caseNumber, List.of(original, duplicate)),
            new VisitOutcome.NothingToCollect(),
            new VisitOutcome.NothingToCollect(
                Arrays.stream(NotReady.Reason.values())
                    .map(reason -> new NotReady(caseNumber, reason))
                    .toList()),
            new VisitOutcome.SurrenderFirst(caseNumber),
            new VisitOutcome.HandBackStopped(caseNumber, 1, false),
            new VisitOutcome.HandBackStopped(caseNumber, 1, true),
            new VisitOutcome.NotNamed(),
            new VisitOutcome.DayIsFull(3),
            new VisitOutcome.Informed(true),
            new VisitOutcome.Errands(
                List.of(
                    new VisitOutcome.Errand(
                        "霍**",
                        new VisitOutcome.Collected(caseNumber, List.of(original, duplicate))))),
            new VisitOutcome.Errands(
                List.of(
                    new VisitOutcome.Errand(
                        "霍**",
                        new VisitOutcome.Collected(caseNumber, List.of(original, duplicate))),
                    new VisitOutcome.Errand(
                        "林**",
                        new VisitOutcome.PartlyCollected(
                            caseNumber, List.of(), StopReason.AUTHORISATION_ENDED)),
                    new VisitOutcome.Errand("何**", new VisitOutcome.WrongInformation(caseNumber)))),
            new VisitOutcome.OtherRoute(),
            new VisitOutcome.NotConfirmed(),
            new VisitOutcome.WrongInformation(caseNumber),
            new VisitOutcome.NotedForLater(ENTRY),
            new VisitOutcome.Booked(ENTRY, Optional.of(MONDAY)),
            new VisitOutcome.Booked(ENTRY, Optional.empty()));
    Stream<VisitOutcome> many =
        Stream.of(
                Arrays.stream(StopReason.values())
                    .flatMap(reason ->
                        Stream.of(
                            new VisitOutcome.PartlyCollected(caseNumber, List.of(), reason),
                            new VisitOutcome.PartlyCollected(
                                caseNumber, List.of(original), reason))),
                Arrays.stream(VisitOutcome.DocumentProblem.values())
                    .map(VisitOutcome.DocumentNotAccepted::new),
                Arrays.stream(VisitOutcome.Part.values()).map(VisitOutcome.ServiceUnavailable::new),
                Arrays.stream(VisitOutcome.Why.values()).map(VisitOutcome.Abandoned::new))
            .flatMap(each -> each);
    return Stream.concat(single, many);
  }
}
