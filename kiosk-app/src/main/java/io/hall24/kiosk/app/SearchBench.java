package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.catalogue.CatalogueFile;
import io.hall24.kiosk.catalogue.CatalogueLoading;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.catalogue.ServiceCatalogue;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.catalogue.ServiceSearch;
import io.hall24.kiosk.demo.catalogue.CataloguePress;
import io.hall24.kiosk.demo.catalogue.TypedQuery;
import io.hall24.kiosk.ui.fx.Toolkit;
import io.hall24.kiosk.ui.fx.TypingPanel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long the search takes to answer a keystroke, beside a plain look for the same characters in
 * all titles.
 */
final class SearchBench implements Benchmark {
  private static final int PROVINCE = 60_000;
  private static final int SHOWN = 5;
  private static final int ROUNDS = 3;
  private static final int PERCENTILE = 99;
  private static final double MOST_MS = 16;

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String summary() {
    return "the search for services, keystroke by keystroke; --size items (60,000)";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen {
    setting.progress().accept("making a catalogue");
    List<ServiceItem> items =
        CataloguePress.enlarge(sample(), setting.size().orElse(PROVINCE)).items();
    var search = new ServiceSearch(items);
    List<String> titles = items.stream().map(ServiceItem::title).toList();
    List<String> keystrokes = TypedQuery.all().stream().flatMap(SearchBench::beginnings).toList();
    setting.progress().accept("typing " + keystrokes.size() + " characters, " + ROUNDS + " times");
    List<Long> floor = List.of();
    List<Long> ours = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      floor = timed(keystrokes, setting.clock(), typed -> plainLook(titles, typed));
      ours = timed(keystrokes, setting.clock(), typed -> search.find(typed, SHOWN));
    }
    setting.progress().accept("typing the same on a screen");
    List<Long> drawn = onScreen(items, setting.clock());
    return new Findings(
        List.of(
            Timing.of("plain look at every title (floor)", floor),
            Timing.of("answer to a keystroke", ours),
            Timing.of("keystroke on the screen, answered and laid out", drawn)),
        List.of(
            new Criterion("99th percentile of the answers, ms", slow(ours), MOST_MS),
            new Criterion("99th percentile on the screen, ms", slow(drawn), MOST_MS)));
  }

  private static double slow(List<Long> nanos) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted.get(sorted.size() * PERCENTILE / 100) / 1e6;
  }

  /** The letters of the queries, typed on the keyboard of an upright panel that nobody sees. */
  private static List<Long> onScreen(List<ServiceItem> items, HallClock clock) throws CannotOpen {
    try {
      Finder finder = Finder.of(new ServiceCatalogue(items));
      var panel =
          new TypingPanel(Toolkit.headless(DataHome.find().resolve("fonts")), finder, clock);
      List<Long> nanos = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        nanos.clear();
        for (TypedQuery query : TypedQuery.all()) {
          if (query.typed().chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            nanos.addAll(panel.type(query.typed()));
          }
        }
      }
      return nanos;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CannotOpen("stopped", "run it again");
    }
  }

  private static ServiceCatalogue sample() throws CannotOpen {
    return switch (CatalogueFile.shipped()) {
      case CatalogueLoading.Loaded(var catalogue) -> catalogue;
      case CatalogueLoading.Faulty(var mistakes) ->
          throw new CannotOpen("the sample catalogue: " + mistakes, "install the program again");
    };
  }

  private static Stream<String> beginnings(TypedQuery query) {
    return IntStream.rangeClosed(1, query.typed().length())
        .mapToObj(length -> query.typed().substring(0, length));
  }

  private static List<Long> timed(
      List<String> keystrokes, HallClock clock, Consumer<String> answer) {
    List<Long> nanos = new ArrayList<>();
    for (String typed : keystrokes) {
      long start = clock.nanoTime();
      answer.accept(typed);
      nanos.add(clock.nanoTime() - start);
    }
    return nanos;
  }

  private static void plainLook(List<String> titles, String typed) {
    var _ = titles.stream().filter(title -> title.contains(typed)).limit(SHOWN).count();
  }
}
