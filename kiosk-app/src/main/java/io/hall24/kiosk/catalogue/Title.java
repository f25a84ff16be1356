package io.hall24.kiosk.catalogue;

import java.util.List;

/**
 * A title as it is searched: its characters and how each may be typed by sound. A query is matched
 * against it from any of its characters on; each character is met by itself, by a whole syllable or
 * by the beginning of one, so that 营业执照, {@code yingyezhizhao}, {@code yyzz} and {@code yingyezz}
 * all find it.
 */
final class Title {
  private final String text;
  private final String[][] sounds;
  private final int[] firstLetters;
  private final String spoken;
  private final String initials;

  Title(String text, Readings readings) {
    this.text = Query.plain(text);
    this.sounds = new String[this.text.length()][];
    this.firstLetters = new int[this.text.length()];
    StringBuilder common = new StringBuilder();
    StringBuilder first = new StringBuilder();
    for (int i = 0; i < sounds.length; i++) {
      List<String> of = readings.of(this.text.charAt(i));
      sounds[i] = of.toArray(String[]::new);
      for (String sound : of) {
        firstLetters[i] |= Sieve.letter(sound.charAt(0));
      }
      if (!of.isEmpty()) {
        common.append(of.getFirst());
        first.append(of.getFirst().charAt(0));
      }
    }
    this.spoken = common.toString();
    this.initials = first.toString();
  }

  /** The characters. */
  String text() {
    return text;
  }

  /** All of it in pinyin, each character by its most common reading. */
  String spoken() {
    return spoken;
  }

  /** The first letter of each character's most common reading. */
  String initials() {
    return initials;
  }

  /** How a character may sound, the most common way first. */
  List<String> sounds(int place) {
    return List.of(sounds[place]);
  }

  /** How well a query meets a title; the best first. */
  enum Fit {
    WHOLE(0),
    START(1),
    INSIDE(2),
    INITIALS(3),
    NONE(4);

    private final int rank;

    Fit(int rank) {
      this.rank = rank;
    }

    /** The lower, the better. */
    int rank() {
      return rank;
    }
  }

  /** How well the query meets this title without a mistake. */
  Fit fit(Query query) {
    return query.isLetters() ? fitBySound(query.text()) : fitByCharacters(query.text());
  }

  private Fit fitByCharacters(String query) {
    int at = text.indexOf(query);
    if (at >= 0) {
      return at > 0 ? Fit.INSIDE : text.length() == query.length() ? Fit.WHOLE : Fit.START;
    }
    // half characters, half sound, as it stands while somebody is typing
    for (int start = 0; start < sounds.length; start++) {
      if (meets(query, 0, start) >= 0) {
        return Fit.INITIALS;
      }
    }
    return Fit.NONE;
  }

  private Fit fitBySound(String query) {
    int first = Sieve.letter(query.charAt(0));
    Fit best = Fit.NONE;
    for (int start = 0; start < sounds.length; start++) {
      if ((firstLetters[start] & first) == 0) {
        continue;
      }
      if (meets(query, 0, start) < 0) {
        continue;
      }
      int whole = syllables(query, 0, start);
      if (whole >= 0) {
        return start > 0 ? Fit.INSIDE : whole == sounds.length ? Fit.WHOLE : Fit.START;
      }
      best = Fit.INITIALS;
    }
    return best;
  }

  /**
   * Whole syllables, the last one perhaps still being typed.
   *
   * @return the character after the last that was met, or -1
   */
  private int syllables(String query, int from, int at) {
    if (from == query.length()) {
      return at;
    }
    if (at == sounds.length) {
      return -1;
    }
    for (String sound : sounds[at]) {
      int left = query.length() - from;
      if (left < sound.length() && sound.regionMatches(0, query, from, left)) {
        return at + 1;
      }
      if (query.startsWith(sound, from)) {
        int end = syllables(query, from + sound.length(), at + 1);
        if (end >= 0) {
          return end;
        }
      }
    }
    return -1;
  }

  /**
   * Characters, syllables and beginnings of syllables in any mixture.
   *
   * @return the character after the last that was met, or -1
   */
  private int meets(String query, int from, int at) {
    if (from == query.length()) {
      return at;
    }
    if (at == sounds.length) {
      return -1;
    }
    if (query.charAt(from) == text.charAt(at)) {
      int end = meets(query, from + 1, at + 1);
      if (end >= 0) {
        return end;
      }
    }
    for (String sound : sounds[at]) {
      int longest = common(sound, query, from);
      for (int taken = longest; taken > 0; taken--) {
        int end = meets(query, from + taken, at + 1);
        if (end >= 0) {
          return end;
        }
      }
    }
    return -1;
  }

  private static int common(String sound, String query, int from) {
    int most = Math.min(sound.length(), query.length() - from);
    int same = 0;
    while (same < most && sound.charAt(same) == query.charAt(from + same)) {
      same++;
    }
    return same;
  }
}
