package io.hall24.kiosk.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which characters somebody may mean who types pinyin: the words that names of services are made
 * of, most frequent first, and every character of the first level of GB 2312. The words come from
 * the catalogue itself, so that what can be typed is what can be found. Immutable.
 */
public final class Lexicon {
  private static final int LONGEST_WORD = 6;
  private static final int LEAST_OFTEN = 2;
  private static final int MOST_WORDS = 20_000;
  private static final int MOST_TITLES = 20_000;

  /** A word of its own is so much likelier than one that only stands inside others. */
  private static final int PART = 4;

  private static final int LEAST_INITIALS = 2;

  /** Rows of GB 2312 that hold its first level, by pinyin; 94 characters a row. */
  private static final int FIRST_ROW = 16;

  private static final int LAST_ROW = 55;
  private static final int ROW = 94;
  private static final int GB_OFFSET = 0xA0;

  /**
   * A word as it is typed.
   *
   * @param likely the higher, the more often it stands in the catalogue
   */
  private record Word(String text, String sound, String initials, int likely) {}

  private static final Comparator<Word> MOST_USED =
      Comparator.comparingInt((Word word) -> word.likely() * word.text().length())
          .reversed()
          .thenComparing(Word::text);

  private final Word[] bySound;
  private final String[] sounds;
  private final Map<String, List<Word>> byInitials = new HashMap<>();

  /** Learns the words of these titles. */
  Lexicon(List<String> titles) {
    Readings readings = new Readings();
    bySound =
        Stream.concat(
                words(titles).entrySet().stream()
                    .flatMap(word -> typed(word.getKey(), word.getValue(), readings)),
                firstLevel().flatMap(text -> typed(text, 0, readings)))
            .sorted(Comparator.comparing(Word::sound).thenComparing(MOST_USED))
            .toArray(Word[]::new);
    sounds = Arrays.stream(bySound).map(Word::sound).toArray(String[]::new);
    Arrays.stream(bySound)
        .filter(word -> word.initials().length() >= LEAST_INITIALS)
        .sorted(MOST_USED)
        .forEach(
            word -> byInitials.computeIfAbsent(word.initials(), _ -> new ArrayList<>()).add(word));
  }

  /**
   * What the letters may stand for, the likeliest first: whole words, words of which they are the
   * beginning or the initials, and then words for the first of them.
   *
   * @param letters lower case; empty gives nothing
   * @param most how many at most
   */
  public List<Candidate> of(String letters, int most) {
    Map<String, Candidate> found = new LinkedHashMap<>();
    if (letters.isEmpty()) {
      return List.of();
    }
    offer(found, exactly(letters), letters.length(), most);
    offer(found, beginning(letters), letters.length(), most);
    offer(found, byInitials.getOrDefault(letters, List.of()).stream(), letters.length(), most);
    for (int taken = letters.length() - 1; taken > 0 && found.size() < most; taken--) {
      offer(found, exactly(letters.substring(0, taken)), taken, most);
    }
    return List.copyOf(found.values());
  }

  private static void offer(
      Map<String, Candidate> found, Stream<Word> words, int letters, int most) {
    words
        .limit(most)
        .filter(_ -> found.size() < most)
        .forEach(word -> found.putIfAbsent(word.text(), new Candidate(word.text(), letters)));
  }

  private Stream<Word> exactly(String letters) {
    return range(letters, letters + "\0");
  }

  private Stream<Word> beginning(String letters) {
    return range(letters + "\0", letters + "\uffff").sorted(MOST_USED);
  }

  private Stream<Word> range(String from, String to) {
    return Arrays.stream(bySound, place(from), place(to));
  }

  /** The first place whose sound is not before this one. */
  private int place(String sound) {
    int low = 0;
    int high = sounds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sounds[middle].compareTo(sound) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Every way in which a word may be typed. */
  private static Stream<Word> typed(String text, int likely, Readings readings) {
    return spellings(text, 0, readings)
        .map(syllables ->
            new Word(
                text,
                String.join("", syllables),
                syllables.stream().map(each -> each.substring(0, 1)).reduce("", String::concat),
                likely));
  }

  private static Stream<List<String>> spellings(String text, int from, Readings readings) {
    if (from == text.length()) {
      return Stream.of(List.of());
    }
    return readings.of(text.charAt(from)).stream()
        .flatMap(sound ->
            spellings(text, from + 1, readings)
                .map(rest -> Stream.concat(Stream.of(sound), rest.stream()).toList()));
  }

  /** Words and how likely they are meant; those that only stand inside longer ones are the last. */
  private static Map<String, Integer> words(List<String> titles) {
    Map<String, Integer> counts = new HashMap<>();
    titles.stream().limit(MOST_TITLES).forEach(title -> count(title, counts));
    Set<String> parts = new HashSet<>();
    counts.forEach((text, often) -> {
      if (text.length() > 1) {
        for (String part : List.of(text.substring(1), text.substring(0, text.length() - 1))) {
          if (part.length() > 1 && often.equals(counts.get(part))) {
            parts.add(part);
          }
        }
      }
    });
    Map<String, Integer> kept = new HashMap<>();
    counts.entrySet().stream()
        .filter(word -> word.getKey().length() <= LONGEST_WORD)
        .filter(word -> word.getKey().length() == 1 || word.getValue() >= LEAST_OFTEN)
        .map(word ->
            Map.entry(word.getKey(), parts.contains(word.getKey()) ? 1 : PART * word.getValue()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_WORDS)
        .forEach(word -> kept.put(word.getKey(), word.getValue()));
    return kept;
  }

  private static void count(String title, Map<String, Integer> counts) {
    for (int start = 0; start < title.length(); start++) {
      for (int end = start + 1;
          end <= title.length()
              && end - start <= LONGEST_WORD + 1
              && Character.isIdeographic(title.charAt(end - 1));
          end++) {
        counts.merge(title.substring(start, end), 1, Integer::sum);
      }
    }
  }

  private static Stream<String> firstLevel() {
    Charset chinese = Charset.forName("GB2312");
    List<String> all = new ArrayList<>();
    for (int row = FIRST_ROW; row <= LAST_ROW; row++) {
      for (int place = 1; place <= ROW; place++) {
        String text =
            chinese
                .decode(
                    ByteBuffer.wrap(
                        new byte[] {(byte) (GB_OFFSET + row), (byte) (GB_OFFSET + place)}))
                .toString();
        if (Character.isIdeographic(text.codePointAt(0))) {
          all.add(text);
        }
      }
    }
    return all.stream();
  }
}
