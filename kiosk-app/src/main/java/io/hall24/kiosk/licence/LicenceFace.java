package io.hall24.kiosk.licence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that the registry wants printed on one licence. Strings are the registry's, verbatim:
 * the terminal never invents a date or a word.
 *
 * @param entityType decides the set of items and their captions
 * @param uscc unified social credit code, 18 characters
 * @param items text by item, in the order of {@link FaceItem}; an item that is absent is not
 *     printed
 * @param qr content of the QR code, opaque
 * @param authority 登记机关
 * @param issueDate the issue date as the registry writes it, if it is printed by the terminal:
 *     year, month, day as {@code 2026-11-22}
 * @param licenceNumber 证照编号 of provinces that print one
 */
public record LicenceFace(
    EntityType entityType,
    String uscc,
    Map<FaceItem, String> items,
    String qr,
    String authority,
    Optional<String> issueDate,
    Optional<String> licenceNumber) {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  public LicenceFace {
    if (issueDate.filter(date -> !DATE.matcher(date).matches()).isPresent()) {
      throw new IllegalArgumentException("issue date is not yyyy-mm-dd");
    }
    var ordered = new EnumMap<FaceItem, String>(FaceItem.class);
    ordered.putAll(items);
    items = Collections.unmodifiableMap(ordered);
  }
}
