package io.hall24.kiosk.licence;

import java.util.List;

/**
 * A licence that the registry approved for collection.
 *
 * @param orderId the registry's id
 * @param caseNumber 办件编号, which a citizen may quote on the telephone
 * @param face what will be printed
 * @param pending the copies that are still to be collected, originals first
 */
public record Order(String orderId, String caseNumber, LicenceFace face, List<Copy> pending) {
  public Order {
    pending = List.copyOf(pending);
  }
}
