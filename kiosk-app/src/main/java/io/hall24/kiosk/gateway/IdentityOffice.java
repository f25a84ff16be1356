package io.hall24.kiosk.gateway;

import io.hall24.device.time.Patience;

/**
 * Where the government side says who somebody is, for people whose face is not compared: a clerk
 * who sees them from afar, and whoever issued their electronic credential.
 */
public interface IdentityOffice {
  /**
   * Calls a clerk; the same call again has no further effect.
   *
   * @param callId random, of this call only
   */
  ClerkCallAnswer call(String callId, ClerkCall call, Patience patience)
      throws InterruptedException;

  /** How a call stands. */
  ClerkCallAnswer standing(String callId, Patience patience) throws InterruptedException;

  /** Nobody needs the call any more; a decision stays. */
  ClerkCallAnswer withdraw(String callId, Patience patience) throws InterruptedException;

  /**
   * Whether a credential is of a document's holder, and of now. It is used up by that.
   *
   * @param code what the person's device shows
   */
  CredentialAnswer verify(DocumentQuery document, String code, Patience patience)
      throws InterruptedException;
}
