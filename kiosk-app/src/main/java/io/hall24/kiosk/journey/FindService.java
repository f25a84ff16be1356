package io.hall24.kiosk.journey;

import io.hall24.config.HallTime;
import io.hall24.config.OpeningHours;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.catalogue.Audience;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.catalogue.LifeEvent;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.catalogue.Theme;
import io.hall24.kiosk.catalogue.Topic;
import io.hall24.kiosk.journey.Question.ShowService.WindowHours;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The visit of somebody who looks for a service. Nobody is asked who they are, and nothing of what
 * they typed is kept. Every way ends at a service and with what to do for it.
 */
final class FindService {
  private final Supplier<Finder> services;
  private final ReceiptDesk receipts;
  private final OpeningHours windows;
  private final HallClock clock;

  /**
   * At a terminal.
   *
   * @param services the catalogue, once it is ready
   * @param windows when people are served at the windows of the hall
   */
  FindService(
      Supplier<Finder> services, ReceiptDesk receipts, OpeningHours windows, HallClock clock) {
    this.services = services;
    this.receipts = receipts;
    this.windows = windows;
    this.clock = clock;
  }

  /** What somebody found. */
  sealed interface Found {
    /** Something that this terminal does itself, and they want it now. */
    record Here(ServiceItem.Here what) implements Found {}

    /** They know where to go. */
    record Informed(boolean slip) implements Found {}
  }

  /**
   * From the first screen's tile to the service. Who leaves is not told how their visit ended:
   * there is nothing to tell.
   */
  Found find(Purpose purpose, Dialogue ask) {
    try {
      return from(purpose, ask);
    } catch (InterruptedException left) {
      return new Found.Informed(false);
    }
  }

  private Found from(Purpose purpose, Dialogue ask) throws InterruptedException {
    return switch (purpose) {
      case COLLECT -> new Found.Here(ServiceItem.Here.COLLECT_LICENCE);
      case COLLECT_FOR_OTHERS -> new Found.Here(ServiceItem.Here.COLLECT_FOR_OTHERS);
      case SEARCH -> typing(services.get(), ask);
      case BY_THEME -> topics(List.of(Theme.values()), ask);
      case BY_EVENT -> topics(List.of(LifeEvent.values()), ask);
      case BY_AUDIENCE -> topics(List.of(Audience.values()), ask);
    };
  }

  private Found typing(Finder finder, Dialogue ask) throws InterruptedException {
    String typed = "";
    while (true) {
      var answer = ask.ask(new Question.TypeService(finder, typed));
      Optional<Found> found = show(answer.item(), ask);
      if (found.isPresent()) {
        return found.get();
      }
      typed = answer.typed();
    }
  }

  private Found topics(List<Topic> topics, Dialogue ask) throws InterruptedException {
    Finder finder = services.get();
    while (true) {
      Optional<Topic> topic = ask.ask(new Question.ChooseTopic(topics));
      if (topic.isEmpty()) {
        return new Found.Informed(false);
      }
      Optional<Found> found = list(finder, topic.get(), ask);
      if (found.isPresent()) {
        return found.get();
      }
    }
  }

  /** Empty when somebody wants to see the topics again. */
  private Optional<Found> list(Finder finder, Topic topic, Dialogue ask)
      throws InterruptedException {
    List<ServiceItem> items = finder.catalogue().of(topic);
    int first = 0;
    while (true) {
      var answer = ask.ask(new Question.ChooseService(topic, items, first));
      if (answer.item().isEmpty()) {
        return Optional.empty();
      }
      Optional<Found> found = show(answer.item().get(), ask);
      if (found.isPresent()) {
        return found;
      }
      first = answer.first();
    }
  }

  /** Empty when somebody wants to go on looking. */
  private Optional<Found> show(ServiceItem item, Dialogue ask) throws InterruptedException {
    return switch (ask.ask(new Question.ShowService(item, windowHours()))) {
      case BACK -> Optional.empty();
      case HERE -> item.here().map(Found.Here::new);
      case SLIP -> {
        receipts.service(ask.language(), item);
        yield Optional.of(new Found.Informed(true));
      }
    };
  }

  private WindowHours windowHours() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.wallTime(), HallTime.ZONE);
    return new WindowHours(windows.openAt(now), windows.nextOpening(now));
  }
}
