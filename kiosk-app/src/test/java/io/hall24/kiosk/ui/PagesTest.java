package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.OpeningHours;
import io.hall24.config.Profile;
import io.hall24.kiosk.identity.Step.Prompt.Kind;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.Wish;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.text.Texts;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Texts CHINESE = Texts.of(Locale.SIMPLIFIED_CHINESE);
  private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);

  private final List<Wish> wishes = new ArrayList<>();
  private final MomentPages moments = new MomentPages(Samples.HALL, () -> {}, wishes::add);

  private static Conditions at(int hour) {
    return new Conditions(LocalTime.of(hour, 0), Conditions.Network.ONLINE, Optional.empty());
  }

  @Test
  void theGreetingFollowsTheTimeOfDay() {
    List<String> greetings =
        List.of(8, 13, 20, 2).stream()
            .map(hour -> HallPages.home(at(hour), _ -> {}).headline().in(ENGLISH))
            .toList();
    assertTrue(greetings.get(0).startsWith("Good morning"));
    assertTrue(greetings.get(1).startsWith("Good afternoon"));
    assertTrue(greetings.get(2).startsWith("Good evening"));
    assertTrue(greetings.get(3).startsWith("It is late"));
  }

  @Test
  void whileTheTerminalStartsTheServiceIsGreyAndSaysWhatItWaitsFor() {
    for (VisitOutcome.Part part : VisitOutcome.Part.values()) {
      var starting =
          new Conditions(
              LocalTime.NOON,
              Conditions.Network.STARTING,
              Optional.empty(),
              Optional.of(part),
              Openings.ALWAYS);
      Page page = HallPages.home(starting, _ -> {});
      Words reason = ((Picture.Service) page.picture()).closed().orElseThrow();
      assertFalse(HallPages.isOpen(page), part.name());
      for (Texts language : List.of(CHINESE, ENGLISH)) {
        assertFalse(reason.in(language).isBlank(), part.name());
      }
    }
    assertTrue(HallPages.isOpen(HallPages.home(at(12), _ -> {})));
  }

  @Test
  void bothAnswersToConsentWeighTheSame() {
    List<Question.Consent.Answer> given = new ArrayList<>();
    Page page = QuestionPages.of(new Question.Consent(), given::add);
    assertEquals(
        Set.of(Action.Weight.EVEN),
        new HashSet<>(page.actions().stream().map(Action::weight).toList()));
    page.actions().forEach(action -> action.press().run());
    assertEquals(
        List.of(Question.Consent.Answer.FACE, Question.Consent.Answer.WITHOUT_FACE), given);
  }

  @Test
  void beforeTheCameraThereIsAlwaysAnotherWay() {
    for (Kind kind : Kind.values()) {
      Page page = moments.of(new Moment.LookAtCamera(Optional.of(kind), 0.3, false));
      wishes.clear();
      page.actions().forEach(action -> action.press().run());
      boolean movement = io.hall24.kiosk.identity.Challenge.askedBy(kind).isPresent();
      assertEquals(
          movement ? List.of(Wish.ANOTHER_MOVEMENT, Wish.WITHOUT_FACE) : List.of(Wish.WITHOUT_FACE),
          wishes,
          kind.name());
    }
  }

  @Test
  void theScreenLightsAFaceForAsLongAsItIsToBeLit() {
    for (Kind kind : Kind.values()) {
      for (boolean fill : new boolean[] {false, true}) {
        Page page = moments.of(new Moment.LookAtCamera(Optional.of(kind), 0.3, fill));
        assertEquals(new Picture.Mirror(0.3, fill), page.picture());
      }
    }
  }

  @Test
  void whoConsentedIsToldThatTheCameraOpensAndWhoDidNotIsNot() {
    assertTrue(moments.of(new Moment.ReadingDocument(true)).note().isPresent());
    assertTrue(moments.of(new Moment.ReadingDocument(false)).note().isEmpty());
  }

  @Test
  void digitsAreConfirmedOnlyWhenAllAreThere() {
    List<String> given = new ArrayList<>();
    Page page = QuestionPages.of(new Question.EnterCan(false), can -> given.add(can.digits()));
    DigitEntry entry = ((Picture.Keypad) page.picture()).entry();
    "24031".chars().forEach(digit -> entry.type((char) digit));
    page.actions().getFirst().press().run();
    assertEquals(List.of(), given);
    entry.type('7');
    page.actions().getFirst().press().run();
    assertEquals(List.of("240317"), given);
  }

  @Test
  void aVisitCannotBeLeftWhilePaperMoves() {
    for (Moment.Printing.Stage stage : Moment.Printing.Stage.values()) {
      Page page = moments.of(new Moment.Printing(new Copy.Original(), 1, 1, stage));
      boolean moves = stage.compareTo(Moment.Printing.Stage.PRINTING) >= 0;
      assertEquals(moves ? Page.WayOut.PRINTING : Page.WayOut.OPEN, page.wayOut(), stage.name());
    }
  }

  @Test
  void everyOutcomeSaysWhatHappenedWhatToDoAndWhomToCall() {
    List<VisitOutcome> outcomes = ScreenGallery.outcomes("9999").toList();
    Set<String> names = new HashSet<>();
    for (VisitOutcome outcome : outcomes) {
      Page page = moments.of(new Moment.Ended(outcome));
      names.add(page.name());
      Card now = page.cards().getLast();
      assertEquals(CHINESE.text("screen.end.now"), now.title().orElseThrow().in(CHINESE));
      assertTrue(now.lines().getLast().in(CHINESE).contains("12345"), page.name());
      assertEquals(1, page.actions().size());
    }
    assertEquals(outcomes.size(), names.size(), "every outcome has its own screen");
  }

  @Test
  void aNotedWishIsNeverCalledDone() {
    Page page = moments.of(new Moment.Ended(new VisitOutcome.NotedForLater(7)));
    assertEquals("已登记，尚未受理", page.headline().in(CHINESE));
    assertTrue(page.cards().getFirst().lines().getLast().in(CHINESE).endsWith("7"));
  }

  @Test
  void aChosenLicenceShowsItsCodeShortened() {
    Page page =
        QuestionPages.of(
            new Question.ChooseOrder(List.of(Samples.order("cha"), Samples.order("studio"))),
            _ -> {});
    String lines = ((Picture.Choices) page.picture()).choices().getFirst().lines().toString();
    assertTrue(lines.contains("••••"), lines);
    assertFalse(lines.contains(Samples.order("cha").face().uscc()), lines);
  }

  @Test
  void namesOfScreensAreUniqueAndOfferAtMostTwoActions() {
    List<ScreenState> all = Samples.all();
    assertEquals(all.size(), all.stream().map(s -> s.page().name()).distinct().count());
    assertTrue(all.stream().allMatch(s -> s.page().actions().size() <= 2));
  }

  @Test
  void whatIsOutOfServiceHasACodeOfItsOwn() {
    Set<String> codes = new HashSet<>();
    for (VisitOutcome.Part part : VisitOutcome.Part.values()) {
      Page page =
          HallPages.home(
              new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.of(part)),
              _ -> {});
      codes.add(page.cards().getFirst().lines().getLast().in(ENGLISH));
    }
    assertEquals(VisitOutcome.Part.values().length, codes.size(), codes::toString);
  }

  @Test
  void closedWaysSayWhyAndWhenTheyOpen() {
    var monday = LocalDateTime.of(2026, 11, 23, 9, 0);
    var openings =
        Openings.of(
            new Profile.Opening(
                OpeningHours.ALWAYS,
                OpeningHours.parse("Mon 09:00-12:00").orElseThrow(),
                OpeningHours.NEVER,
                OpeningHours.NEVER),
            monday.minusHours(5),
            false);
    var now =
        new Conditions(
            LocalTime.of(4, 0),
            Conditions.Network.ONLINE,
            Optional.empty(),
            Optional.empty(),
            openings);
    String shut =
        HallPages.home(now, _ -> {}).cards().getLast().lines().stream()
            .map(line -> line.in(ENGLISH))
            .toList()
            .toString();
    assertTrue(shut.contains("camera out of order"), shut);
    assertTrue(shut.contains("11-23 09:00"), shut);
  }

  @Test
  void outsideItsHoursTheTerminalSaysWhenItOpens() {
    var evening = LocalDateTime.of(2026, 11, 22, 20, 0);
    var openings =
        Openings.of(
            new Profile.Opening(
                OpeningHours.parse("Mon-Sun 08:00-20:00").orElseThrow(),
                OpeningHours.NEVER,
                OpeningHours.NEVER,
                OpeningHours.NEVER),
            evening,
            true);
    var now =
        new Conditions(
            LocalTime.of(20, 0),
            Conditions.Network.ONLINE,
            Optional.empty(),
            Optional.empty(),
            openings);
    Page page = HallPages.home(now, _ -> {});
    assertFalse(HallPages.isOpen(page));
    String reason = ((Picture.Service) page.picture()).closed().orElseThrow().in(ENGLISH);
    assertTrue(reason.contains("11-23 08:00"), reason);
  }
}
