package io.hall24.device.sam;

import java.nio.ByteBuffer;

/**
 * What the answer to reading a card holds: two bytes each for the lengths of text and photo (and,
 * with another command, of fingerprints), then these. Fingerprints are passed over.
 *
 * @param text 256 bytes, UTF-16LE
 * @param photo 1024 bytes in the codec of the card, or none
 */
record CardRecord(ByteBuffer text, ByteBuffer photo) {
  /** Bytes of the text. */
  static final int TEXT = RecordLayout.TEXT;

  /** Bytes of the photo. */
  static final int PHOTO = 1024;

  private static final int FINGERPRINT = 1024;
  private static final int TWO_LENGTHS = 4;
  private static final int THREE_LENGTHS = 6;

  /** Bytes of an answer without photo and fingerprints. */
  static final int SHORTEST = TWO_LENGTHS + TEXT;

  /** Bytes of an answer with both. */
  static final int LONGEST = THREE_LENGTHS + TEXT + PHOTO + FINGERPRINT;

  /** Takes an answer's data apart; nothing is copied. */
  static CardRecord of(ByteBuffer data) throws MalformedRecordException {
    if (data.remaining() < SHORTEST) {
      throw new MalformedRecordException("record of only " + data.remaining() + " bytes");
    }
    int text = Short.toUnsignedInt(data.getShort(0));
    int photo = Short.toUnsignedInt(data.getShort(2));
    int fingerprint = Short.toUnsignedInt(data.getShort(TWO_LENGTHS));
    boolean two = data.remaining() == TWO_LENGTHS + text + photo;
    boolean three =
        data.remaining() == THREE_LENGTHS + text + photo + fingerprint
            && (fingerprint == 0 || fingerprint == FINGERPRINT);
    if (text != TEXT || (photo != 0 && photo != PHOTO) || !(two || three)) {
      throw new MalformedRecordException(
          "record of " + data.remaining() + " bytes says text " + text + ", photo " + photo);
    }
    int begin = two ? TWO_LENGTHS : THREE_LENGTHS;
    return new CardRecord(data.slice(begin, text), data.slice(begin + text, photo));
  }

  @Override
  public String toString() {
    return "CardRecord[photo " + photo.remaining() + " bytes]";
  }
}
