package io.hall24.kiosk.demo.document;

import io.hall24.device.simulated.sam.DemoPhotoDecoder;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.kiosk.demo.InventedPerson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Makes resident identity cards of invented people, as the demonstration's reader holds them. Dates
 * are reckoned from a given day, so that a demonstration works in any year.
 */
public final class IdCardPress {
  private static final int VALID_YEARS = 20;
  private static final int PHOTO_HEAD = 6;
  private static final int LETTER = 248;
  private static final String HAN = "01";
  private static final String ADDRESS = "云岭省云岭市示例区拾光巷9号";
  private static final String NEW_ADDRESS = "云岭省云岭市示例区湖光路30号2幢601室";
  private static final String AUTHORITY = "云岭市公安局示例分局";

  private final LocalDate today;

  /**
   * A press.
   *
   * @param today the day from which dates are reckoned
   */
  public IdCardPress(LocalDate today) {
    this.today = today;
  }

  /**
   * Makes one card.
   *
   * @param portrait the photograph from which the photo is cut
   * @param condition not one of those that only a signed document can be in
   */
  public SimulatedCard press(InventedPerson holder, Path portrait, Condition condition)
      throws IOException {
    LocalDate last = expiry(condition);
    var printed =
        new SimulatedCard.Resident(
            holder.name(),
            sex(holder),
            HAN,
            holder.birth(),
            ADDRESS,
            holder.documentNumber(),
            AUTHORITY,
            last.minusYears(VALID_YEARS).plusDays(1),
            Optional.of(last));
    byte[] text = printed.text();
    if (condition == Condition.KIND_NOT_KNOWN) {
      text[LETTER] = 'Y';
    }
    return new SimulatedCard(text, photo(holder, portrait, condition), Optional.of(NEW_ADDRESS));
  }

  private static byte[] photo(InventedPerson holder, Path portrait, Condition condition)
      throws IOException {
    return condition == Condition.PHOTO_NOT_DECODED
        ? new byte[SimulatedCard.PICTURE]
        : DemoPhotoDecoder.encode(
            IdCardPortrait.cutFrom(portrait, holder.cut(), SimulatedCard.PICTURE - PHOTO_HEAD));
  }

  /** The last day on which a card in this condition is valid. */
  public LocalDate expiry(Condition condition) {
    return switch (condition) {
      case GENUINE, PHOTO_NOT_DECODED, KIND_NOT_KNOWN ->
          today.plusYears(VALID_YEARS - 4).minusDays(1);
      case EXPIRED -> today.minusMonths(1);
      case DATA_CHANGED, DATA_AND_HASH_CHANGED, SIGNER_EXPIRED, ZONE_ONLY ->
          throw new IllegalArgumentException("no identity card is " + condition);
    };
  }

  private static int sex(InventedPerson holder) {
    return switch (holder.sex()) {
      case M -> 1;
      case F -> 2;
    };
  }
}
