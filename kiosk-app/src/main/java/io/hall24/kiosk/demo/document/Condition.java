package io.hall24.kiosk.demo.document;

/** What is the matter with a document. */
public enum Condition {
  /** Nothing. */
  GENUINE,
  /** Its validity ended a month ago; its signature is still good. */
  EXPIRED,
  /** Another name was written into data group 1 after it was signed. */
  DATA_CHANGED,
  /** The same, and the hash in the security object was made to agree; its signature was not. */
  DATA_AND_HASH_CHANGED,
  /** The certificate of its signer has expired. */
  SIGNER_EXPIRED,
  /** A passport without a card access number: its chip opens by BAC, by what its zone says. */
  ZONE_ONLY,
  /** An identity card whose photo nobody here can decode, as is every real one. */
  PHOTO_NOT_DECODED,
  /** An identity card of a kind for which there is no record layout here. */
  KIND_NOT_KNOWN
}
