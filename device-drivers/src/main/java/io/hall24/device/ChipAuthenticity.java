package io.hall24.device;

/** How far the data of a chip was proven to be its issuer's. */
public enum ChipAuthenticity {
  /**
   * Passive authentication up to a trusted country signing certificate (ICAO Doc 9303 part 11,
   * 5.1).
   */
  PASSIVELY_AUTHENTICATED,
  /** The security module of the reader vouches for the card. */
  AUTHENTICATED_BY_READER,
  /** Hashes and signature agree, but no trusted certificate vouches for the signer. */
  CHIP_NOT_AUTHENTICATED,
  /** Hashes or signature do not agree: the data was changed. */
  FORGED
}
