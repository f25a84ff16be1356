package io.hall24.kiosk.gateway;

import io.hall24.device.time.Patience;
import java.util.Optional;

/**
 * The government side, as the terminal asks it. Every answer was signed by the registry and
 * verified.
 */
public interface Registry {
  /** The orders that a person may collect now. */
  OrdersAnswer orders(HolderQuery holder, Patience patience) throws InterruptedException;

  /** How many more comparisons of a face with this document's photo are allowed now. */
  ComparisonsAnswer comparisons(DocumentQuery document, Patience patience)
      throws InterruptedException;

  /**
   * Asks for permission to print one copy. Asking again with the same issuance id gives the same
   * answer; without an answer ask again, never assume.
   */
  GrantAnswer grant(GrantRequest request, Patience patience) throws InterruptedException;

  /** Asks for the grants of visits that were announced to this terminal. */
  AnnouncedAnswer announced(Patience patience) throws InterruptedException;

  /**
   * Reads again a grant that was kept, byte for byte; asks nobody.
   *
   * @return empty when the registry has not signed it for this terminal and an announced visit
   */
  Optional<AnnouncedGrant> announced(String jws);

  /**
   * Asks for an address at which the electronic form of an order can be fetched. The registration
   * authority signs that form; it never passes through the terminal.
   */
  PickUpAnswer pickUp(String orderId, Patience patience) throws InterruptedException;
}
