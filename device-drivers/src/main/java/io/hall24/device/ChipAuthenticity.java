package io.hall24.device;

/** How far the data of a chip was proven to be its issuer's. */
public enum ChipAuthenticity {
  /**
   * Passive authentication, and the chip has proven that it is no copy, by chip or active
   * authentication (ICAO Doc 9303 part 11, 6).
   */
  CHIP_AUTHENTICATED,
  /**
   * Passive authentication up to a trusted country signing certificate (ICAO Doc 9303 part 11,
   * 5.1).
   */
  PASSIVELY_AUTHENTICATED,
  /** The security module of the reader vouches for the card. */
  AUTHENTICATED_BY_READER,
  /**
   * Hashes and signature agree, but no trusted certificate vouches for the signer; or the chip
   * withholds the proof that it was issued with a key for.
   */
  CHIP_NOT_AUTHENTICATED,
  /**
   * Hashes or signature do not agree: the data was changed; or the chip does not know the key that
   * it was issued with: it is a copy.
   */
  FORGED
}
