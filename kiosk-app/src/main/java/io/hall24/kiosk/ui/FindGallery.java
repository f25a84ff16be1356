package io.hall24.kiosk.ui;

import io.hall24.kiosk.catalogue.Audience;
import io.hall24.kiosk.catalogue.CatalogueFile;
import io.hall24.kiosk.catalogue.CatalogueLoading;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.catalogue.LifeEvent;
import io.hall24.kiosk.catalogue.ServiceCatalogue;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.catalogue.Theme;
import io.hall24.kiosk.journey.Question;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every screen on which somebody finds a service, over the shipped catalogue. */
final class FindGallery {
  private static final Question.ShowService.WindowHours OPEN =
      new Question.ShowService.WindowHours(true, Optional.empty());
  private static final Question.ShowService.WindowHours CLOSED =
      new Question.ShowService.WindowHours(
          false, Optional.of(LocalDateTime.of(2026, 11, 23, 9, 0)));

  private final Finder finder = Finder.of(shipped());

  private static ServiceCatalogue shipped() {
    return switch (CatalogueFile.shipped()) {
      case CatalogueLoading.Loaded(var catalogue) -> catalogue;
      case CatalogueLoading.Faulty(var mistakes) ->
          throw new IllegalStateException(mistakes.toString());
    };
  }

  List<ScreenState> all() {
    List<ScreenState> all = new ArrayList<>();
    all.add(asked(new Question.ChooseTopic(List.of(Theme.values()))));
    all.add(asked(new Question.ChooseTopic(List.of(LifeEvent.values()))));
    all.add(asked(new Question.ChooseTopic(List.of(Audience.values()))));
    all.add(
        asked(
            new Question.ChooseService(Theme.BUSINESS, finder.catalogue().of(Theme.BUSINESS), 0)));
    all.add(typed("", "type-service"));
    all.add(typed("yingyez", "type-service-pinyin"));
    all.add(typed("zzzzqq", "type-service-nothing"));
    all.add(digits());
    ServiceItem here = finder.search().find("营业执照领取", 1).getFirst();
    all.add(asked(new Question.ShowService(here, OPEN)));
    ServiceItem long1 =
        finder.catalogue().items().stream()
            .max(Comparator.comparingInt(item -> item.materials().toString().length()))
            .orElseThrow();
    all.add(asked(new Question.ShowService(long1, CLOSED)));
    return all;
  }

  private static ScreenState asked(Question<?> question) {
    return state(QuestionPages.of(question, _ -> {}));
  }

  private ScreenState typed(String letters, String name) {
    Page page = QuestionPages.of(new Question.TypeService(finder, ""), _ -> {});
    if (page.picture() instanceof Picture.Search(var entry)) {
      letters.chars().forEach(letter -> entry.type((char) letter));
    }
    return state(ScreenGallery.renamed(page, name));
  }

  private ScreenState digits() {
    Page page = QuestionPages.of(new Question.TypeService(finder, "社保"), _ -> {});
    if (page.picture() instanceof Picture.Search(var entry)) {
      entry.turnTo(SearchEntry.Board.DIGITS);
    }
    return state(ScreenGallery.renamed(page, "type-service-digits"));
  }

  private static ScreenState state(Page page) {
    return new ScreenState(
        page,
        ScreenGallery.usual(),
        Optional.of(new ScreenState.TimeLeft(55, false, false, () -> {})));
  }
}
