package io.hall24.kiosk.catalogue;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finds services while somebody types: Chinese, pinyin, initials, a mixture of them, English, and
 * any of these with one mistake. It looks at every title at every keystroke: a {@link Sieve} sorts
 * most of them out, the rest are compared letter by letter, and there is no index that could be
 * wrong. One caller at a time.
 */
public final class ServiceSearch {
  private static final int NO_FIT = -1;
  private static final int LEAST_CHARACTERS_FOR_A_MISTAKE = 3;
  private static final int LEAST_LETTERS_FOR_A_MISTAKE = 4;
  private static final int LEAST_LETTERS_OF_A_WORD = 6;

  private final List<ServiceItem> items;
  private final Title[] titles;
  private final String[] english;
  private final Sieve[] sieves;
  private final Pinyin pinyin;
  private final int[] lengths;
  private final boolean[] here;

  /** Gets a catalogue ready to be searched; of items that fit equally well, earlier ones win. */
  public ServiceSearch(List<ServiceItem> catalogue) {
    items = List.copyOf(catalogue);
    titles = new Title[items.size()];
    english = new String[items.size()];
    sieves = new Sieve[items.size()];
    lengths = new int[items.size()];
    here = new boolean[items.size()];
    var readings = new Readings();
    for (int i = 0; i < titles.length; i++) {
      titles[i] = new Title(items.get(i).title(), readings);
      english[i] = items.get(i).titleEn().map(Query::plain).orElse("");
      sieves[i] = Sieve.of(titles[i]);
      lengths[i] = titles[i].text().length();
      here[i] = items.get(i).here().isPresent();
    }
    pinyin = new Pinyin(List.of(titles));
  }

  /**
   * The services that fit best what was typed so far. What this terminal does itself comes first
   * among those that fit without a mistake.
   *
   * @param typed as it stands in the field
   * @param most how many at most, at least one
   * @return the best first; empty when nothing was typed or nothing fits
   */
  public List<ServiceItem> find(String typed, int most) {
    Query query = Query.of(typed);
    if (query.isEmpty()) {
      return List.of();
    }
    Sieve holds = Sieve.of(query);
    Best best = withoutMistake(query, holds, most);
    if (best.isEmpty()) {
      best = query.isLetters() ? misspelt(query, holds, most) : mistyped(query, holds, most);
    }
    return best.places().mapToObj(items::get).toList();
  }

  private Best withoutMistake(Query query, Sieve holds, int most) {
    boolean letters = query.isLetters();
    boolean characters = query.isCharacters();
    int typed = query.text().length();
    return best(
        most,
        i -> group(i) + (lengths[i] > typed ? Title.Fit.START : Title.Fit.WHOLE).rank(),
        i -> {
          Title.Fit fit = Title.Fit.NONE;
          if (characters ? sieves[i].mayRead(holds) : sieves[i].maySound(holds)) {
            fit = titles[i].fit(query);
          }
          if (fit == Title.Fit.NONE && letters && !english[i].isEmpty()) {
            fit = inEnglish(query, english[i]);
          }
          return fit == Title.Fit.NONE ? NO_FIT : group(i) + fit.rank();
        });
  }

  /** What this terminal does itself ranks before all else. */
  private int group(int i) {
    return here[i] ? 0 : Title.Fit.NONE.rank();
  }

  private static Title.Fit inEnglish(Query query, String english) {
    if (!query.words().stream().allMatch(english::contains)) {
      return Title.Fit.NONE;
    }
    return english.startsWith(query.words().getFirst()) ? Title.Fit.START : Title.Fit.INSIDE;
  }

  /** One mistake among the characters; failing that, most neighbours in common. */
  private Best mistyped(Query query, Sieve holds, int most) {
    if (query.text().length() < LEAST_CHARACTERS_FOR_A_MISTAKE) {
      return new Best(most);
    }
    var near = new OneMistake(query.text());
    Best best = fitting(most, i -> sieves[i].mayReadNearly(holds) && near.in(titles[i].text()));
    if (!best.isEmpty()) {
      return best;
    }
    var pairs = new Pairs(query.text());
    return best(
        most,
        _ -> 0,
        i ->
            sieves[i].mayShareHalf(holds)
                ? pairs.missingFrom(titles[i].text()).orElse(NO_FIT)
                : NO_FIT);
  }

  /** One mistake in the pinyin or in the English name; failing that, among the initials. */
  private Best misspelt(Query query, Sieve holds, int most) {
    if (query.text().length() < LEAST_LETTERS_FOR_A_MISTAKE) {
      return new Best(most);
    }
    var near = new OneMistake(query.text());
    if (query.text().length() >= LEAST_LETTERS_OF_A_WORD) {
      Best best =
          fitting(
              most,
              i ->
                  (sieves[i].maySoundNearly(holds) && pinyin.holds(i, near))
                      || near.in(english[i]));
      if (!best.isEmpty()) {
        return best;
      }
    }
    return fitting(most, i -> sieves[i].mayBeginNearly(holds) && near.in(titles[i].initials()));
  }

  private Best fitting(int most, IntPredicate fits) {
    return best(most, _ -> 0, i -> fits.test(i) ? 0 : NO_FIT);
  }

  /**
   * The best of all items.
   *
   * @param lowest the rank that an item may have at best: spares a closer look at those that would
   *     not be among the best anyway
   */
  private Best best(int most, IntUnaryOperator lowest, IntUnaryOperator rankOf) {
    var best = new Best(most);
    for (int i = 0; i < titles.length; i++) {
      if (best.takes(lowest.applyAsInt(i), lengths[i], i)) {
        int rank = rankOf.applyAsInt(i);
        if (rank != NO_FIT) {
          best.offer(rank, lengths[i], i);
        }
      }
    }
    return best;
  }
}
