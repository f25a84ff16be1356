package io.hall24.kiosk.ui;

import io.hall24.kiosk.catalogue.Candidate;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.catalogue.ServiceItem;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What somebody types to find a service, and what it finds so far. Letters typed on the pinyin
 * board wait to be made characters; what they find is shown all the same. Used on the screen's
 * thread only.
 */
public final class SearchEntry {
  /** How many services are shown. */
  public static final int SHOWN = 10;

  /** How many characters are offered for what was typed. */
  public static final int OFFERED = 24;

  private static final int LONGEST = 40;

  /** The boards. */
  public enum Board {
    PINYIN,
    LETTERS,
    DIGITS;

    /** The one that comes after it. */
    public Board next() {
      return switch (this) {
        case PINYIN -> LETTERS;
        case LETTERS -> DIGITS;
        case DIGITS -> PINYIN;
      };
    }
  }

  private final Finder finder;
  private final BiConsumer<ServiceItem, String> chosen;
  private final List<ServiceItem> here;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder letters = new StringBuilder();
  private Board board = Board.PINYIN;
  private List<ServiceItem> found = List.of();
  private List<Candidate> offered = List.of();

  /**
   * Nothing is typed yet.
   *
   * @param typed what stands there already
   * @param chosen takes the service and what was typed for it
   */
  SearchEntry(Finder finder, String typed, BiConsumer<ServiceItem, String> chosen) {
    this.finder = finder;
    this.chosen = chosen;
    this.here =
        finder.catalogue().items().stream().filter(item -> item.here().isPresent()).toList();
    text.append(typed);
    look();
  }

  /** Types a character. */
  public void type(char c) {
    if (typed().length() >= LONGEST) {
      return;
    }
    if (board == Board.PINYIN && c >= 'a' && c <= 'z') {
      letters.append(c);
    } else {
      settle();
      text.append(c);
    }
    look();
  }

  /** Leaves a space; on the pinyin board it takes the first characters offered. */
  public void space() {
    if (!offered.isEmpty()) {
      take(offered.getFirst());
    } else if (!text.isEmpty()) {
      type(' ');
    }
  }

  /** Takes the last character away. */
  public void delete() {
    StringBuilder last = letters.isEmpty() ? text : letters;
    if (!last.isEmpty()) {
      last.setLength(last.length() - 1);
    }
    look();
  }

  /** Makes the letters these characters. */
  public void take(Candidate candidate) {
    text.append(candidate.text());
    letters.delete(0, candidate.letters());
    look();
  }

  /** Goes to another board; letters stay letters. */
  public void turnTo(Board other) {
    settle();
    board = other;
    look();
  }

  /** Chooses a service. */
  public void choose(ServiceItem item) {
    chosen.accept(item, typed());
  }

  private void settle() {
    text.append(letters);
    clear(letters);
  }

  private void look() {
    String typed = typed();
    found = typed.isEmpty() ? here : finder.search().find(typed, SHOWN);
    offered = finder.lexicon().of(letters.toString(), OFFERED);
  }

  /** Everything that was typed. */
  public String typed() {
    return text.toString() + letters;
  }

  /** How much of it, from the end, may still become characters. */
  public int letters() {
    return letters.length();
  }

  /** The board that is open. */
  public Board board() {
    return board;
  }

  /**
   * What was found, the best first; as long as nothing is typed, what this terminal does itself.
   */
  public List<ServiceItem> found() {
    return found;
  }

  /** Characters for the letters, the likeliest first. */
  public List<Candidate> offered() {
    return offered;
  }

  /** Forgets and overwrites what was typed. */
  void wipe() {
    clear(text);
    clear(letters);
    found = List.of();
    offered = List.of();
  }

  private static void clear(StringBuilder builder) {
    for (int i = 0; i < builder.length(); i++) {
      builder.setCharAt(i, '\0');
    }
    builder.setLength(0);
  }
}
