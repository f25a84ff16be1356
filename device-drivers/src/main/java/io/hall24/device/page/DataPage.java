package io.hall24.device.page;

import io.hall24.device.AccessKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds what opens a passport's chip in a picture of its data page. */
public final class DataPage {
  private static final int WIDEST = 2_400;
  private static final int FEWEST_BLOBS = 6;
  private static final int HALF_TURN = 180;
  private static final int QUARTER_TURN = 90;

  private final OcrB ocrB;

  /**
   * A reader.
   *
   * @param ocrB how characters look
   */
  public DataPage(OcrB ocrB) {
    this.ocrB = ocrB;
  }

  /**
   * Reads the machine readable zone, else the card access number. The page may lie in any
   * direction; the lines of the zone must be at least 500 pixels long.
   *
   * @param picture is left as it is
   * @param today decides on centuries
   * @return at most four keys, likeliest first, all of whose check digits agree: 0 and O look the
   *     same, and the chip decides. Empty when there is no zone and no number that stands alone
   */
  public List<AccessKey> keys(GreyPicture picture, LocalDate today) {
    if (picture.width() > WIDEST) {
      try (GreyPicture half = picture.halved()) {
        return keys(half, today);
      }
    }
    List<AccessKey> keys = upright(picture, today);
    if (!keys.isEmpty()) {
      return keys;
    }
    try (GreyPicture turned = picture.turned(QUARTER_TURN)) {
      return upright(turned, today);
    }
  }

  private List<AccessKey> upright(GreyPicture picture, LocalDate today) {
    List<Blob> blobs = Ink.of(picture).blobs();
    if (blobs.size() < FEWEST_BLOBS) {
      return List.of();
    }
    double skew = Skew.of(blobs);
    try (GreyPicture level = picture.turned(-skew)) {
      List<AccessKey> keys = level(level, today);
      if (!keys.isEmpty()) {
        return keys;
      }
      try (GreyPicture over = level.turned(HALF_TURN)) {
        return level(over, today);
      }
    }
  }

  private List<AccessKey> level(GreyPicture picture, LocalDate today) {
    List<List<Blob>> rows = Rows.of(Ink.of(picture).blobs());
    for (List<Blob> row : rows.reversed()) {
      List<AccessKey> keys =
          Grid.of(row, SecondLine.LENGTH)
              .map(grid -> SecondLine.keys(guesses(picture, grid), today))
              .orElse(List.of());
      if (!keys.isEmpty()) {
        return keys;
      }
    }
    return AccessNumber.in(picture, rows, ocrB).stream().<AccessKey>map(can -> can).toList();
  }

  private List<List<Guess>> guesses(GreyPicture picture, Grid grid) {
    List<List<Guess>> guesses = new ArrayList<>();
    for (int i = 0; i < grid.count(); i++) {
      guesses.add(ocrB.guess(picture, grid, i));
    }
    return guesses;
  }
}
