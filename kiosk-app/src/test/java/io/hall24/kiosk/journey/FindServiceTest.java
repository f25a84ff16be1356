package io.hall24.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.OpeningHours;
import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.catalogue.Audience;
import io.hall24.kiosk.catalogue.CatalogueFile;
import io.hall24.kiosk.catalogue.CatalogueLoading;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.catalogue.LifeEvent;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.catalogue.Theme;
import io.hall24.kiosk.catalogue.Topic;
import io.hall24.kiosk.journey.FindService.Found;
import io.hall24.kiosk.journey.Question.ShowService.Answer;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindServiceTest {
  private static final Finder FINDER =
      switch (CatalogueFile.shipped()) {
        case CatalogueLoading.Loaded(var catalogue) -> Finder.of(catalogue);
        case CatalogueLoading.Faulty(var mistakes) ->
            throw new IllegalStateException(mistakes.toString());
      };
  private static final ServiceItem COLLECT = FINDER.search().find("营业执照领取", 1).getFirst();
  private static final ServiceItem PARTNERSHIP = FINDER.search().find("合伙企业设立登记", 1).getFirst();

  private final List<ServiceItem> slips = new ArrayList<>();

  private Found find(Purpose purpose, Visitor visitor) {
    return find(purpose, visitor, OpeningHours.ALWAYS);
  }

  private Found find(Purpose purpose, Visitor visitor, OpeningHours windows) {
    return new FindService(() -> FINDER, new Slips(), windows, HallClock.system())
        .find(purpose, visitor);
  }

  @Test
  void whatIsDoneHereIsDoneAtOnce() {
    var visitor = new Visitor(typing(COLLECT), Answer.HERE);
    assertEquals(new Found.Here(ServiceItem.Here.COLLECT_LICENCE), find(Purpose.SEARCH, visitor));
  }

  @Test
  void everyOtherServiceEndsInAGuideToTakeHome() {
    var visitor = new Visitor(typing(PARTNERSHIP), Answer.SLIP);
    assertEquals(new Found.Informed(true), find(Purpose.SEARCH, visitor));
    assertEquals(List.of(PARTNERSHIP), slips);
  }

  @Test
  void whoGoesBackFindsWhatTheyTyped() {
    var visitor = new Visitor(typing(PARTNERSHIP), Answer.BACK, typing(COLLECT), Answer.HERE);
    find(Purpose.SEARCH, visitor);
    var again = (Question.TypeService) visitor.asked.get(2);
    assertEquals(PARTNERSHIP.title(), again.typed());
  }

  @Test
  void aListIsOpenWhereItWasLeft() {
    var visitor =
        new Visitor(
            Optional.of(Theme.BUSINESS),
            new Question.ChooseService.Listed(Optional.of(PARTNERSHIP), 12),
            Answer.BACK,
            new Question.ChooseService.Listed(Optional.empty(), 12),
            Optional.empty());
    assertEquals(new Found.Informed(false), find(Purpose.BY_THEME, visitor));
    assertEquals(12, ((Question.ChooseService) visitor.asked.get(3)).first());
    assertEquals(List.of(), slips);
  }

  /** Fourteen themes, and every one of them leads to services; so do events and audiences. */
  @Test
  void everyTopicLeadsToServices() {
    assertEquals(14, Theme.values().length);
    topicsLeadOn(Purpose.BY_THEME, List.of(Theme.values()));
    topicsLeadOn(Purpose.BY_EVENT, List.of(LifeEvent.values()));
    topicsLeadOn(Purpose.BY_AUDIENCE, List.of(Audience.values()));
  }

  private void topicsLeadOn(Purpose purpose, List<? extends Topic> topics) {
    for (Topic topic : topics) {
      var visitor = new Visitor(Optional.of(topic));
      assertEquals(new Found.Informed(false), find(purpose, visitor));
      assertEquals(new Question.ChooseTopic(List.copyOf(topics)), visitor.asked.getFirst());
      var list = (Question.ChooseService) visitor.asked.get(1);
      assertTrue(!list.services().isEmpty(), topic.name());
    }
  }

  @Test
  void whoLeavesAtAnyStepIsNotTroubledFurther() {
    for (Purpose purpose : Purpose.values()) {
      if (purpose.looks()) {
        assertEquals(new Found.Informed(false), find(purpose, new Visitor()), purpose.name());
      }
    }
    assertEquals(new Found.Informed(false), find(Purpose.SEARCH, new Visitor(typing(PARTNERSHIP))));
  }

  @Test
  void theWindowSaysWhenItOpens() {
    var visitor = new Visitor(typing(PARTNERSHIP), Answer.SLIP);
    find(Purpose.SEARCH, visitor, OpeningHours.parse("Mon-Sun 09:00-09:01").orElseThrow());
    var window = ((Question.ShowService) visitor.asked.getLast()).window();
    assertEquals(9, window.next().map(LocalDateTime::getHour).orElseThrow());
    visitor = new Visitor(typing(PARTNERSHIP), Answer.SLIP);
    find(Purpose.SEARCH, visitor, OpeningHours.NEVER);
    assertEquals(
        new Question.ShowService.WindowHours(false, Optional.empty()),
        ((Question.ShowService) visitor.asked.getLast()).window());
  }

  private static Question.TypeService.Typed typing(ServiceItem item) {
    return new Question.TypeService.Typed(item, item.title());
  }

  private final class Slips implements ReceiptDesk {
    @Override
    public void collected(
        Locale language,
        Order order,
        List<VisitOutcome.CollectedCopy> collected,
        String collector,
        Optional<String> principal,
        Optional<Instant> activeBy) {
      throw new IllegalStateException("nothing is collected");
    }

    @Override
    public void handedBack(Locale language, Order order, List<Copy> old) {
      throw new IllegalStateException("nothing is handed back");
    }

    @Override
    public void noted(Locale language, long entry) {
      throw new IllegalStateException("nothing is noted");
    }

    @Override
    public void booked(Locale language, long entry, Optional<LocalDateTime> from) {
      throw new IllegalStateException("nothing is booked");
    }

    @Override
    public void service(Locale language, ServiceItem item) {
      slips.add(item);
    }

    @Override
    public Optional<String> withoutPaper(Patience patience) {
      return Optional.empty();
    }
  }

  /** Gives prepared answers, and leaves when there are no more. */
  private static final class Visitor implements Dialogue {
    private final List<Object> answers;
    private final List<Question<?>> asked = new ArrayList<>();

    Visitor(Object... answers) {
      this.answers = new ArrayList<>(List.of(answers));
    }

    @SuppressWarnings("unchecked")
    @Override
    public <A> A ask(Question<A> question) throws InterruptedException {
      asked.add(question);
      if (answers.isEmpty()) {
        throw new InterruptedException("leaves");
      }
      return (A) answers.removeFirst();
    }

    @Override
    public void show(Moment moment) {
      throw new IllegalStateException("nothing happens while somebody looks: " + moment);
    }

    @Override
    public void mirror(Frame frame) {
      throw new IllegalStateException("the camera is off");
    }

    @Override
    public Locale language() {
      return Locale.ENGLISH;
    }

    @Override
    public Optional<Wish> wish() {
      return Optional.empty();
    }

    @Override
    public StoppableClock time() {
      return new StoppableClock(HallClock.system());
    }
  }
}
