package io.hall24.kiosk.ui;

import io.hall24.kiosk.ui.Conditions.Network;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The screens before and after a visit. */
public final class HallPages {
  private static final String HOME = "home";
  private static final int MORNING = 5;
  private static final int AFTERNOON = 12;
  private static final int EVENING = 18;
  private static final int NIGHT = 23;

  private HallPages() {}

  /**
   * The first screen.
   *
   * @param start begins a visit
   */
  public static Page home(Conditions now, Runnable start) {
    Optional<Words> closed =
        now.outOfService()
            .map(part -> Words.of("screen.part." + part.name()))
            .or(() -> now.gettingReady().map(part -> Words.of("screen.ready." + part.name())));
    return Page.of(HOME, greeting(now.time()), new Picture.Service(closed, start))
        .cards(cards(now, now.outOfService().isPresent()));
  }

  /** Whether it is the first screen. */
  public static boolean isHome(Page page) {
    return page.name().equals(HOME);
  }

  /** Whether a visit can be begun from this page. */
  public static boolean isOpen(Page page) {
    return page.picture() instanceof Picture.Service(var closed, var _) && closed.isEmpty();
  }

  private static List<Card> cards(Conditions now, boolean closed) {
    if (closed) {
      return List.of(
          Card.plain(
              Words.of("screen.home.closed"),
              Words.of("screen.end.do.again"),
              Words.of("screen.help.call")));
    }
    List<Card> cards = new ArrayList<>();
    cards.add(
        Card.steps(
            Words.of("screen.home.how"),
            List.of(
                Words.of("screen.home.how.1"),
                Words.of("screen.home.how.2"),
                Words.of("screen.home.how.3"),
                Words.of("screen.home.how.4"))));
    boolean offline = now.network() == Network.OFFLINE;
    if (offline) {
      cards.add(Card.attention(Words.of("screen.home.offline")));
    }
    Card methods =
        Card.good(
            Words.of("screen.home.methods"),
            Words.of("screen.home.methods.face"),
            Words.of("screen.home.methods.staff"));
    cards.add(offline ? methods.asHint() : methods);
    return cards;
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

  /** Before the terminal is ready. */
  public static Page starting() {
    return Page.of(
        "starting", Words.of("screen.starting"), new Picture.Drawing(Picture.Motif.GOODBYE));
  }

  /** The last screen: nothing of the person is left. */
  public static Page goodbye() {
    return Page.of(
            "goodbye", Words.of("screen.goodbye"), new Picture.Drawing(Picture.Motif.GOODBYE))
        .detail(Words.of("screen.goodbye.detail"));
  }
}
