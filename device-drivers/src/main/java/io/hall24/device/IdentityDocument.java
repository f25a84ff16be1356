package io.hall24.device;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the chip of an identity document says. Personal data: never logged, and {@link #toString()}
 * tells nothing.
 *
 * @param type the kind of document
 * @param issuer issuing state, three letters (ICAO Doc 9303 part 3, section 5)
 * @param number the document's number
 * @param name the holder's name as the document gives it, in its first script
 * @param nationality three letters
 * @param birth date of birth
 * @param expiry last day of validity; empty when the document never expires
 * @param photo the chip photo, if the reader could get it
 * @param authenticity how far the chip's data was proven
 * @param protocol how it was read, e.g. {@code PACE-CAN}
 * @param items what else this kind of document says; only what is there
 */
public record IdentityDocument(
    Type type,
    String issuer,
    String number,
    String name,
    String nationality,
    LocalDate birth,
    Optional<LocalDate> expiry,
    Optional<ChipPhoto> photo,
    ChipAuthenticity authenticity,
    String protocol,
    Map<DocumentItem, String> items) {
  public IdentityDocument {
    items = Map.copyOf(items);
  }

  /** The kinds of document. */
  public enum Type {
    PASSPORT,
    /** Resident identity card of the PRC. */
    RESIDENT_ID_CARD,
    /** Residence permit of the PRC for residents of Hong Kong, Macao and Taiwan. */
    RESIDENCE_PERMIT,
    /** Permanent resident identity card of the PRC for foreigners. */
    FOREIGN_PERMANENT_RESIDENT_CARD
  }

  @Override
  public String toString() {
    return "IdentityDocument[" + type + ", " + authenticity + ", " + protocol + "]";
  }
}
