package io.hall24.device.page;

import io.hall24.device.AccessKey;
import io.hall24.device.lds.MachineReadableZone;
import io.hall24.device.lds.MalformedFileException;
import io.hall24.device.lds.ZoneChecks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The lower line of a passport's zone (ICAO Doc 9303 part 4, 4.2.2), which holds all that makes the
 * key. Of what each character may be, those come first with which the check digits agree.
 */
final class SecondLine {
  static final int LENGTH = 44;
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
  private static final String ANY = DIGITS + LETTERS;
  private static final double UNLIKE = 0.45;
  private static final double MOST_DOUBT = 0.35;
  private static final int ALTERNATIVES = 3;
  private static final int MOST_TRIES = 1_000;
  private static final int MOST_KEYS = 4;
  private static final int USUAL_LETTERS = 2;
  private static final double LETTER_DOUBT = 0.08;
  // The upper line does not count for the key; this one only makes a whole zone to check.
  private static final String UPPER = "P<UTOA<<A" + "<".repeat(LENGTH - 9);

  private SecondLine() {}

  /**
   * The keys that a line may hold, likeliest first.
   *
   * @param guesses for each of the 44 places, likeliest first
   * @param today decides on centuries
   * @return empty when no likely line agrees with its check digits
   */
  static List<AccessKey> keys(List<List<Guess>> guesses, LocalDate today) {
    List<List<Guess>> allowed = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      List<Guess> here = allowed(guesses.get(i), i);
      if (here.getFirst().likeness() < UNLIKE) {
        return List.of();
      }
      allowed.add(here);
    }
    StringBuilder rest = new StringBuilder();
    for (Field field : Field.values()) {
      List<String> read = field.read(allowed);
      if (read.isEmpty()) {
        return List.of();
      }
      rest.append(read.getFirst());
    }
    return Field.NUMBER.read(allowed).stream()
        .map(number -> number + rest.substring(Field.NUMBER.to))
        .flatMap(line -> parsed(line, today).stream())
        .limit(MOST_KEYS)
        .toList();
  }

  private static Optional<AccessKey> parsed(String line, LocalDate today) {
    try {
      var zone = MachineReadableZone.parse(UPPER + line, today);
      return Optional.of(
          new AccessKey.Mrz(line.substring(0, 9).replace("<", ""), zone.birth(), zone.expiry()));
    } catch (MalformedFileException notAZone) {
      return Optional.empty();
    }
  }

  /** Letters come first in a number, if at all: without that, 0 and O, 5 and S are one. */
  private static List<Guess> allowed(List<Guess> guesses, int place) {
    String characters = charactersAt(place);
    boolean ratherDigit = place >= USUAL_LETTERS && place < 9;
    return guesses.stream()
        .filter(guess -> characters.indexOf(guess.character()) >= 0)
        .map(guess ->
            ratherDigit && Character.isLetter(guess.character())
                ? new Guess(guess.character(), guess.likeness() - LETTER_DOUBT)
                : guess)
        .sorted(Comparator.comparingDouble(Guess::likeness).reversed())
        .limit(ALTERNATIVES)
        .toList();
  }

  private static String charactersAt(int place) {
    if (place < 9 || (place >= 28 && place < 42)) {
      return ANY;
    }
    if (place >= 10 && place < 13) {
      return LETTERS;
    }
    return switch (place) {
      case 20 -> "MF<";
      case 42 -> DIGITS + "<";
      default -> DIGITS;
    };
  }

  /** The parts of the line, in order; the composite check digit decides on all of them. */
  private enum Field {
    NUMBER(0, 10, true),
    STATE(10, 13, false),
    BIRTH(13, 20, true),
    SEX(20, 21, false),
    EXPIRY(21, 28, true),
    OPTIONAL(28, 43, true),
    COMPOSITE(43, 44, false);

    private final int from;
    private final int to;
    private final boolean checked;

    Field(int from, int to, boolean checked) {
      this.from = from;
      this.to = to;
      this.checked = checked;
    }

    List<String> read(List<List<Guess>> line) {
      return texts(line.subList(from, to), checked);
    }
  }

  /** A choice of one alternative for each place, and how much less likely it is than the best. */
  private record Choice(List<Integer> picks, double doubt, int next) {}

  /** Texts that agree with their check digit, likeliest first. */
  private static List<String> texts(List<List<Guess>> places, boolean checked) {
    List<String> texts = new ArrayList<>();
    var waiting = new PriorityQueue<Choice>(Comparator.comparingDouble(Choice::doubt));
    waiting.add(new Choice(places.stream().map(_ -> 0).toList(), 0, 0));
    for (int tries = 0; tries < MOST_TRIES && !waiting.isEmpty(); tries++) {
      Choice choice = waiting.remove();
      String text = text(places, choice.picks());
      if (!checked || agrees(text)) {
        texts.add(text);
      }
      for (int place = choice.next(); place < places.size(); place++) {
        follow(places, choice, place).ifPresent(waiting::add);
      }
    }
    return texts;
  }

  private static Optional<Choice> follow(List<List<Guess>> places, Choice choice, int place) {
    int pick = choice.picks().get(place) + 1;
    if (pick >= places.get(place).size()) {
      return Optional.empty();
    }
    double more =
        places.get(place).get(pick - 1).likeness() - places.get(place).get(pick).likeness();
    if (choice.doubt() + more > MOST_DOUBT) {
      return Optional.empty();
    }
    List<Integer> picks = new ArrayList<>(choice.picks());
    picks.set(place, pick);
    return Optional.of(new Choice(picks, choice.doubt() + more, place));
  }

  private static String text(List<List<Guess>> places, List<Integer> picks) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      text.append(places.get(i).get(picks.get(i)).character());
    }
    return text.toString();
  }

  private static boolean agrees(String text) {
    String field = text.substring(0, text.length() - 1);
    char digit = text.charAt(text.length() - 1);
    return digit == ZoneChecks.digit(field) || (digit == '<' && field.matches("<+"));
  }
}
