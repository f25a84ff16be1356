package io.hall24.device.lds;

/**
 * Whether the chip has proven that it is the one that was issued, and not another with a copy of
 * its files (ICAO Doc 9303 part 11, 6).
 */
public enum ChipProof {
  /** The issuer has given this chip no key to prove it by. */
  NOT_OFFERED,
  /** It knows the private key of data group 14 (6.2). */
  CHIP_AUTHENTICATION,
  /** It knows the private key of data group 15 (6.1). */
  ACTIVE_AUTHENTICATION,
  /** It was issued with a key and keeps from us what the proof needs, or in a way unknown here. */
  WITHHELD,
  /** It was issued with a key that it does not know. */
  FAILED;

  /** What is added to the name of the protocol by which the chip was read. */
  String suffix() {
    return switch (this) {
      case CHIP_AUTHENTICATION -> " + CA";
      case ACTIVE_AUTHENTICATION -> " + AA";
      case NOT_OFFERED, WITHHELD, FAILED -> "";
    };
  }
}
