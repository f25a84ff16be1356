package io.hall24.kiosk.catalogue;

/**
 * A coarse picture of a title, a bit for each thing it may hold: from it alone most titles are seen
 * not to fit, without looking at their text. It never rejects one that fits.
 *
 * @param characters its characters, folded onto 64 bits
 * @param pairs its neighbouring characters, folded
 * @param letters the letters of all readings of its characters
 * @param letterPairs the neighbouring letters of its most common pinyin, folded
 * @param initials the first letters of its characters
 */
record Sieve(long characters, long pairs, int letters, long letterPairs, int initials) {
  /** One mistake spoils at most so many pairs of neighbours: exchanging two touches three. */
  private static final int PAIRS_OF_A_MISTAKE = 3;

  static Sieve of(Title title) {
    int letters = 0;
    for (int i = 0; i < title.text().length(); i++) {
      for (String sound : title.sounds(i)) {
        letters |= letters(sound);
      }
    }
    return new Sieve(
        characters(title.text()),
        pairs(title.text()),
        letters,
        pairs(title.spoken()),
        letters(title.initials()));
  }

  /** What a query holds, to be compared with titles. */
  static Sieve of(Query query) {
    String text = query.text();
    return new Sieve(characters(text), pairs(text), letters(text), pairs(text), letters(text));
  }

  /** Whether a title may be typed by sound like the query. */
  boolean maySound(Sieve query) {
    return (query.letters & ~letters) == 0;
  }

  /** Whether a title may hold all characters of the query. */
  boolean mayRead(Sieve query) {
    return (query.characters & ~characters) == 0;
  }

  /** Whether a title may hold the query's characters but for one mistake. */
  boolean mayReadNearly(Sieve query) {
    return Long.bitCount(query.characters & ~characters) <= 1;
  }

  /** Whether a title's pinyin may hold the query but for one mistake. */
  boolean maySoundNearly(Sieve query) {
    return Integer.bitCount(query.letters & ~letters) <= 1
        && Long.bitCount(query.letterPairs & ~letterPairs) <= PAIRS_OF_A_MISTAKE;
  }

  /** Whether a title's initials may hold the query but for one mistake. */
  boolean mayBeginNearly(Sieve query) {
    return Integer.bitCount(query.letters & ~initials) <= 1;
  }

  /** Whether a title may hold at least half of the query's neighbouring characters. */
  boolean mayShareHalf(Sieve query) {
    return 2 * Long.bitCount(query.pairs & pairs) >= Long.bitCount(query.pairs);
  }

  /** The bit of a letter; all digits share one. */
  static int letter(char c) {
    if (c >= 'a' && c <= 'z') {
      return 1 << (c - 'a');
    }
    return c < 128 ? 1 << 26 : 0;
  }

  private static int letters(String text) {
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= letter(text.charAt(i));
    }
    return bits;
  }

  private static long characters(String text) {
    long bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= 1L << (spread(text.charAt(i)) & 63);
    }
    return bits;
  }

  private static long pairs(String text) {
    long bits = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      bits |= 1L << (spread(text.charAt(i) * 31 + text.charAt(i + 1)) & 63);
    }
    return bits;
  }

  /** Neighbouring code points must not share a bit more often than others. */
  private static int spread(int value) {
    int mixed = value * 0x9E3779B1;
    return mixed >>> 26;
  }
}
