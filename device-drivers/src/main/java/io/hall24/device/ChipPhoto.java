package io.hall24.device;

import java.lang.foreign.MemorySegment;

/**
 * The holder's picture as the chip stores it.
 *
 * @param mimeType {@code image/jpeg} or {@code image/jp2}
 * @param bytes the encoded picture, off the heap, owned by the visit's {@link ErasableMemory}
 */
public record ChipPhoto(String mimeType, MemorySegment bytes) {
  @Override
  public String toString() {
    return "ChipPhoto[" + mimeType + ", " + bytes.byteSize() + " bytes]";
  }
}
