package io.hall24.device.lds;

/**
 * One BER-TLV data object inside a byte array (ISO/IEC 8825-1), of which only the place is kept.
 *
 * @param tag up to three bytes, as one number
 * @param start where its value begins
 * @param end where its value ends, exclusive
 */
record Tlv(int tag, int start, int end) {
  private static final int LONGEST_LENGTH = 4;

  /**
   * The object at a place.
   *
   * @param limit where the surrounding value ends, exclusive
   */
  static Tlv at(byte[] bytes, int offset, int limit) throws MalformedFileException {
    int position = offset;
    int tag = next(bytes, position++, limit);
    if ((tag & 0x1F) == 0x1F) {
      int more;
      do {
        more = next(bytes, position++, limit);
        tag = (tag << 8) | more;
      } while ((more & 0x80) != 0);
    }
    int length = next(bytes, position++, limit);
    if (length > 0x80 && length <= 0x80 + LONGEST_LENGTH) {
      int digits = length - 0x80;
      length = 0;
      for (int i = 0; i < digits; i++) {
        length = (length << 8) | next(bytes, position++, limit);
      }
    } else if (length >= 0x80) {
      throw new MalformedFileException("length byte " + Integer.toHexString(length));
    }
    if (length < 0 || length > limit - position) {
      throw new MalformedFileException(
          "object " + Integer.toHexString(tag) + " is longer than what holds it");
    }
    return new Tlv(tag, position, position + length);
  }

  /** The first object with a tag among those that this one holds. */
  Tlv child(byte[] bytes, int wanted) throws MalformedFileException {
    for (int offset = start; offset < end; ) {
      Tlv found = at(bytes, offset, end);
      if (found.tag == wanted) {
        return found;
      }
      offset = found.end;
    }
    throw new MalformedFileException(
        "object " + Integer.toHexString(tag) + " holds no " + Integer.toHexString(wanted));
  }

  /** The object that is the whole file. */
  static Tlv file(byte[] bytes, int wanted) throws MalformedFileException {
    Tlv found = at(bytes, 0, bytes.length);
    if (found.tag != wanted) {
      throw new MalformedFileException(
          "file begins with %x instead of %x".formatted(found.tag, wanted));
    }
    return found;
  }

  private static int next(byte[] bytes, int offset, int limit) throws MalformedFileException {
    if (offset >= limit) {
      throw new MalformedFileException("ends in the middle of an object");
    }
    return bytes[offset] & 0xFF;
  }
}
