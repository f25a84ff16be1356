package io.hall24.kiosk.ui;

import io.hall24.kiosk.catalogue.Audience;
import io.hall24.kiosk.catalogue.LifeEvent;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.catalogue.Theme;
import io.hall24.kiosk.catalogue.Topic;
import io.hall24.kiosk.journey.Question;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The screens on which somebody finds a service. */
final class FindPages {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private FindPages() {}

  static Page type(Question.TypeService question, Consumer<Question.TypeService.Typed> answer) {
    var entry =
        new SearchEntry(
            question.finder(),
            question.typed(),
            (item, typed) -> answer.accept(new Question.TypeService.Typed(item, typed)));
    return Page.of("type-service", Words.of("screen.find.type"), new Picture.Search(entry))
        .leavable();
  }

  static Page topics(Question.ChooseTopic question, Consumer<Optional<Topic>> answer) {
    List<Picture.Tile> tiles =
        question.topics().stream()
            .map(topic -> Picture.Tile.of(words(topic), () -> answer.accept(Optional.of(topic))))
            .toList();
    String key =
        switch (question.topics().getFirst()) {
          case Theme _ -> "screen.find.theme";
          case LifeEvent _ -> "screen.find.event";
          case Audience _ -> "screen.find.audience";
        };
    return Page.of(
            "choose-" + key.substring("screen.find.".length()),
            Words.of(key),
            new Picture.Tiles(tiles))
        .leavable()
        .actions(Action.even("screen.find.home", () -> answer.accept(Optional.empty())));
  }

  static Words words(Topic topic) {
    return switch (topic) {
      case Theme theme -> Words.of("screen.theme." + theme.name());
      case LifeEvent event -> Words.of("screen.event." + event.name());
      case Audience audience -> Words.of("screen.audience." + audience.name());
    };
  }

  static Page services(
      Question.ChooseService question, Consumer<Question.ChooseService.Listed> answer) {
    var list =
        new ServiceList(
            question.services(),
            question.first(),
            (item, first) ->
                answer.accept(new Question.ChooseService.Listed(Optional.of(item), first)));
    return Page.of("choose-service", words(question.topic()), new Picture.Services(list))
        .leavable()
        .detail(Words.of("screen.find.count", question.services().size()))
        .actions(
            Action.even(
                "screen.find.back",
                () -> answer.accept(new Question.ChooseService.Listed(Optional.empty(), 0))));
  }

  static Page service(Question.ShowService question, Consumer<Question.ShowService.Answer> answer) {
    ServiceItem item = question.item();
    Action back =
        Action.even("screen.find.back", () -> answer.accept(Question.ShowService.Answer.BACK));
    boolean here = item.here().isPresent();
    Action on =
        here
            ? Action.main("screen.find.here", () -> answer.accept(Question.ShowService.Answer.HERE))
            : Action.main(
                "screen.find.slip", () -> answer.accept(Question.ShowService.Answer.SLIP));
    return Page.of(
            here ? "show-service-here" : "show-service",
            title(item),
            new Picture.Code(item.guide(), Words.of("screen.find.code")))
        .leavable()
        .cards(cards(question))
        .actions(back, on);
  }

  private static List<Card> cards(Question.ShowService question) {
    ServiceItem item = question.item();
    List<Card> cards = new ArrayList<>();
    if (item.here().isPresent()) {
      cards.add(Card.promise(Words.of("screen.find.now")));
    }
    cards.add(
        new Card(
            Card.Tone.PLAIN,
            Optional.of(Words.of("screen.find.bring")),
            item.materials().isEmpty()
                ? List.of(Words.of("screen.find.document"))
                : item.materials().stream().map(Words::verbatim).toList(),
            false));
    cards.add(
        Card.plain(
            Words.of("screen.find.window"),
            Words.verbatim(item.window()),
            open(question.window())));
    return cards;
  }

  private static Words open(Question.ShowService.WindowHours window) {
    if (window.open()) {
      return Words.of("screen.find.window.open");
    }
    return window
        .next()
        .map(next -> Words.of("screen.find.window.from", TIME.format(next)))
        .orElse(Words.of("screen.find.window.ask"));
  }

  /** The English name where the catalogue has one; its own name otherwise. */
  static Words title(ServiceItem item) {
    return new Words.Named(item.title(), item.titleEn().orElse(item.title()));
  }
}
