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
   * @param principal for whom, masked, where the collector is an agent
   * @param activeBy by when at the latest the sheets' numbers become valid; empty when they are
   * @param electronic where the electronic form can be fetched, if the registry gave an address
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
      String collector,
      Optional<String> principal,
      Optional<LocalDateTime> activeBy,
      Optional<PickUp> electronic)
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
   * 缴回凭证: sheets of an old licence that are in the terminal's locked bin.
   *
   * @param caseNumber 办件编号 of the new one
   * @param uscc unified social credit code
   * @param old which copies, in the order in which they were handed back
   */
  record HandedBack(
      String terminal,
      String hall,
      LocalDateTime time,
      String helpline,
      String caseNumber,
      String uscc,
      List<Copy> old)
      implements Receipt {
    public HandedBack {
      old = List.copyOf(old);
    }
  }

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

  /**
   * An address at the registry, for a person's own device.
   *
   * @param url opaque
   * @param until when it ends
   */
  record PickUp(String url, LocalDateTime until) {}

  /**
   * A number with which a person goes on at a counter, so that nothing has to be told again.
   *
   * @param number of the ticket
   * @param counter the group of counters that can help
   * @param caseNumber 办件编号 of what was begun, if there is one
   */
  record QueueTicket(
      String terminal,
      String hall,
      LocalDateTime time,
      String helpline,
      String number,
      String counter,
      Optional<String> caseNumber)
      implements Receipt {}

  /**
   * 预约凭证: nobody could confirm the person at that hour.
   *
   * @param number of the booking
   * @param from when somebody can; empty when that is to be asked by telephone
   */
  record Booking(
      String terminal,
      String hall,
      LocalDateTime time,
      String helpline,
      String number,
      Optional<LocalDateTime> from)
      implements Receipt {}

  /**
   * 办事指引: what a service needs, and where it is done.
   *
   * @param title the service's name
   * @param materials what to bring
   * @param window where people do it
   * @param guide address of the full guide
   */
  record ServiceGuide(
      String terminal,
      String hall,
      LocalDateTime time,
      String helpline,
      String title,
      List<String> materials,
      String window,
      String guide)
      implements Receipt {
    public ServiceGuide {
      materials = List.copyOf(materials);
    }
  }
}
