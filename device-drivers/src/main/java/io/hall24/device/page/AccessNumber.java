package io.hall24.device.page;

import io.hall24.device.AccessKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The card access number (ICAO Doc 9303 part 4, 4.5): six digits in OCR-B that stand alone. It has
 * no check digit, so each digit must be beyond doubt, and there must be one such number only.
 */
final class AccessNumber {
  private static final int LENGTH = 6;
  private static final double APART = 2.2;
  private static final double SURE = 0.8;
  private static final double AHEAD = 0.05;
  private static final double SAME_SIZE = 0.15;

  private AccessNumber() {}

  static Optional<AccessKey.Can> in(GreyPicture picture, List<List<Blob>> rows, OcrB ocrB) {
    List<AccessKey.Can> found = new ArrayList<>();
    for (List<Blob> row : rows) {
      for (List<Blob> word : words(row)) {
        if (word.size() == LENGTH && isEven(word)) {
          digits(picture, word, ocrB).ifPresent(found::add);
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static List<List<Blob>> words(List<Blob> row) {
    List<List<Blob>> words = new ArrayList<>();
    List<Blob> word = new ArrayList<>();
    for (Blob blob : row) {
      if (!word.isEmpty()
          && blob.centreX() - word.getLast().centreX() > APART * word.getLast().height()) {
        words.add(word);
        word = new ArrayList<>();
      }
      word.add(blob);
    }
    words.add(word);
    return words;
  }

  private static boolean isEven(List<Blob> word) {
    double size = Rows.usualHeight(word);
    return word.stream().allMatch(b -> Math.abs(b.height() - size) <= SAME_SIZE * size + 1);
  }

  private static Optional<AccessKey.Can> digits(GreyPicture picture, List<Blob> word, OcrB ocrB) {
    double pitch = (word.getLast().centreX() - word.getFirst().centreX()) / (LENGTH - 1);
    double middle = word.stream().mapToDouble(Blob::centreY).average().orElse(0);
    var grid =
        new Grid(word.getFirst().centreX(), pitch, middle, 0, Rows.usualHeight(word), LENGTH);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      List<Guess> guesses =
          ocrB.guess(picture, grid, i).stream()
              .filter(guess -> Character.isDigit(guess.character()))
              .toList();
      Guess best = guesses.getFirst();
      if (best.likeness() < SURE || best.likeness() - guesses.get(1).likeness() < AHEAD) {
        return Optional.empty();
      }
      digits.append(best.character());
    }
    return Optional.of(new AccessKey.Can(digits.toString()));
  }
}
