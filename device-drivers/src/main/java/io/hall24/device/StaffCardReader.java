package io.hall24.device;

import io.hall24.device.time.Patience;

/**
 * Reads the cards by which staff show who they are: a card proves that it holds its private key by
 * answering a challenge. Whose card it is, and which PIN belongs to it, the terminal's register of
 * staff knows.
 */
public interface StaffCardReader extends Device {
  /** Waits until a staff card lies on the reader. */
  Attempt<StaffCard> awaitCard(Patience patience);

  /**
   * Waits until no card lies on the reader any more; the value is the monotonic time of its
   * removal, in ns.
   */
  Attempt<Long> awaitRemoval(Patience patience);

  /**
   * Has the card on the reader answer a challenge.
   *
   * @param challenge random bytes, made for this one question, 32
   * @return the card's signature over the challenge, as its key's algorithm encodes it
   */
  Attempt<byte[]> answer(byte[] challenge, Patience patience);

  /**
   * A card that lies on the reader.
   *
   * @param number what the card calls itself, hexadecimal; proves nothing by itself
   * @param publicKey X.509 SubjectPublicKeyInfo, Base64; what an answer is verified with is the key
   *     that the register holds, and this one only when a card is registered
   */
  record StaffCard(String number, String publicKey) {}
}
