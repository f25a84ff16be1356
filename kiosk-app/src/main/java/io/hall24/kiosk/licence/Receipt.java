package io.hall24.kiosk.licence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a citizen takes home besides the licence itself.
 *
 * <p>Times are those of the hall's wall clock.
 */
public sealed interface Receipt {
  /** Number of the terminal. */
  String terminal();

  /** Where the terminal stands. */
  String hall();

  /** When it is printed. */
  LocalDateTime time();

  /** Telephone number for help. */
  String helpline();

  /**
   * 领取凭证: which copies were collected by whom.
   *
   * @param caseNumber 办件编号
   * @param entityName empty for an individual business without a name
   * @param uscc unified social credit code
   * @param copies of the order, in the order of printing
   * @param collector the collector's name, masked
   */
  record Collection(
      String terminal,
      String hall,
      LocalDateTime time,
      String helpline,
      String caseNumber,
      Optional<String> entityName,
      String uscc,
      List<CollectedCopy> copies,
      String collector)
      implements Receipt {
    public Collection {
      copies = List.copyOf(copies);
    }
  }

  /**
   * One copy.
   *
   * @param sheet number of the sheet that the citizen took, empty if the copy is still to be
   *     collected
   */
  record CollectedCopy(Copy copy, Optional<String> sheet) {}

  /**
   * 已登记，尚未受理: a wish that is noted while the registry cannot be reached.
   *
   * @param number of the entry
   * @param until when it is deleted if it could not be sent
   */
  record Wish(
      String terminal,
      String hall,
      LocalDateTime time,
      String helpline,
      String number,
      LocalDateTime until)
      implements Receipt {}
}
