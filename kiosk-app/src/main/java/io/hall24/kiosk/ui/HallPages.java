package io.hall24.kiosk.ui;

import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.text.ErrorCodes;
import io.hall24.kiosk.ui.Conditions.Network;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The screens before and after a visit. */
public final class HallPages {
  private static final String HOME = "home";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final int MORNING = 5;
  private static final int AFTERNOON = 12;
  private static final int EVENING = 18;
  private static final int NIGHT = 23;

  private HallPages() {}

  /**
   * The first screen.
   *
   * @param begin begins a visit for a purpose
   */
  public static Page home(Conditions now, Consumer<Purpose> begin) {
    Optional<Words> closed =
        now.outOfService()
            .map(HallPages::broken)
            .or(() -> now.gettingReady().map(part -> Words.of("screen.ready." + part.name())))
            .or(() -> outOfHours(now.openings()));
    return Page.of(
            HOME,
            greeting(now.time()),
            new Picture.Service(closed, () -> begin.accept(Purpose.COLLECT), others(closed, begin)))
        .cards(cards(now));
  }

  private static List<Picture.Tile> others(Optional<Words> closed, Consumer<Purpose> begin) {
    return Stream.of(
            Purpose.COLLECT_FOR_OTHERS,
            Purpose.SEARCH,
            Purpose.BY_THEME,
            Purpose.BY_EVENT,
            Purpose.BY_AUDIENCE)
        .map(purpose ->
            new Picture.Tile(
                Words.of("screen.home.tile." + purpose.name()),
                !purpose.looks() && closed.isPresent(),
                () -> begin.accept(purpose)))
        .toList();
  }

  private static Words broken(VisitOutcome.Part part) {
    return Words.of("screen.part." + part.name());
  }

  private static Optional<Words> outOfHours(Openings openings) {
    return openings.serves()
        ? Optional.empty()
        : Optional.of(
            openings
                .until()
                .map(opens -> Words.of("screen.home.hours.from", TIME.format(opens)))
                .orElse(Words.of("screen.home.hours.never")));
  }

  /** Whether it is the first screen. */
  public static boolean isHome(Page page) {
    return page.name().equals(HOME);
  }

  /** Whether a visit can be begun from this page. */
  public static boolean isOpen(Page page) {
    return page.picture() instanceof Picture.Service(var closed, var _, var _) && closed.isEmpty();
  }

  private static List<Card> cards(Conditions now) {
    Optional<VisitOutcome.Part> broken = now.outOfService();
    List<Card> cards = new ArrayList<>();
    if (broken.isPresent()) {
      List<Words> ways = new ArrayList<>();
      ways.add(Words.of("screen.end.do.again"));
      now.openings().nearby().ifPresent(there -> ways.add(Words.of("screen.home.nearby", there)));
      ways.add(Words.of("screen.help.call"));
      ways.add(Words.of("screen.error", ErrorCodes.of(broken.get())));
      cards.add(Card.plain(Words.of("screen.home.closed"), ways.toArray(Words[]::new)));
      return cards;
    }
    cards.add(
        Card.steps(
            Words.of("screen.home.how"),
            List.of(
                Words.of("screen.home.how.1"),
                Words.of("screen.home.how.2"),
                Words.of("screen.home.how.3"),
                Words.of("screen.home.how.4"))));
    if (now.network() == Network.OFFLINE) {
      cards.add(Card.attention(Words.of("screen.home.offline")));
    }
    if (!now.openings().serves() || now.network() == Network.OFFLINE) {
      now.openings()
          .nearby()
          .ifPresent(there -> cards.add(Card.attention(Words.of("screen.home.nearby", there))));
    }
    cards.add(open(now.openings()));
    shut(now.openings()).ifPresent(cards::add);
    return cards;
  }

  /** What works now. */
  private static Card open(Openings openings) {
    List<Words> lines = new ArrayList<>(lines(openings, true));
    lines.add(
        openings
            .servesUntil()
            .map(until -> Words.of("screen.home.hours.until", until))
            .orElse(Words.of("screen.home.hours.always")));
    return Card.good(Words.of("screen.home.methods"), lines.toArray(Words[]::new));
  }

  /** What does not work now, why, and when it will: in words, not by colour alone. */
  private static Optional<Card> shut(Openings openings) {
    List<Words> lines = lines(openings, false);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Card.quiet(Words.of("screen.home.methods.shut"), lines));
  }

  private static List<Words> lines(Openings openings, boolean open) {
    return openings.routes().stream()
        .filter(route -> route.open() == open)
        .map(HallPages::line)
        .toList();
  }

  private static Words line(Openings.Route route) {
    String key = "screen.home.route." + route.way().name();
    if (route.open()) {
      return Words.of(key);
    }
    return route
        .from()
        .map(from -> Words.of(key + ".from", TIME.format(from)))
        .orElse(Words.of(key + ".closed"));
  }

  private static Words greeting(LocalTime time) {
    int hour = time.getHour();
    if (hour < MORNING || hour >= NIGHT) {
      return Words.of("screen.home.night");
    }
    if (hour < AFTERNOON) {
      return Words.of("screen.home.morning");
    }
    return Words.of(hour < EVENING ? "screen.home.afternoon" : "screen.home.evening");
  }

  /** The last screen: nothing of the person is left. */
  public static Page goodbye() {
    return Page.of(
            "goodbye", Words.of("screen.goodbye"), new Picture.Drawing(Picture.Motif.GOODBYE))
        .detail(Words.of("screen.goodbye.detail"));
  }
}
