package io.hall24.kiosk.journey;

import io.hall24.device.time.Patience;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.journey.VisitOutcome.CollectedCopy;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gives people something to take home besides the licence. */
public interface ReceiptDesk {
  /**
   * 领取凭证: what was collected, and what is still pending.
   *
   * @param language of the words
   * @param order which order
   * @param collected copies in the person's hand
   * @param collector the person's name, masked
   * @param principal for whom, masked, where they collected for somebody else
   * @param activeBy by when at the latest the sheets' numbers become valid, where the registry
   *     could not be told at once
   */
  void collected(
      Locale language,
      Order order,
      List<CollectedCopy> collected,
      String collector,
      Optional<String> principal,
      Optional<Instant> activeBy);

  /**
   * 缴回凭证: what of an old licence was handed back.
   *
   * @param language of the words
   * @param order of the new one
   * @param old copies of the old one that are in the slot
   */
  void handedBack(Locale language, Order order, List<Copy> old);

  /**
   * 已登记，尚未受理: a wish that was noted.
   *
   * @param language of the words
   * @param entry its number
   */
  void noted(Locale language, long entry);

  /**
   * 预约凭证: a time at which somebody can confirm who they are.
   *
   * @param language of the words
   * @param entry its number
   * @param from when the next way without a face opens; empty when none ever does
   */
  void booked(Locale language, long entry, Optional<LocalDateTime> from);

  /**
   * 办事指引: what a service needs, and where it is done.
   *
   * @param language of the words
   * @param item which
   */
  void service(Locale language, ServiceItem item);

  /**
   * What the receipts since the last call say, as far as no slip of paper came out for them: the
   * person can keep it in a picture. Forgets it.
   *
   * @param patience how long slips that are still on their way are waited for
   * @return words of several lines; empty when every slip came out, or there was none to give
   * @throws InterruptedException when the person leaves meanwhile
   */
  Optional<String> withoutPaper(Patience patience) throws InterruptedException;
}
