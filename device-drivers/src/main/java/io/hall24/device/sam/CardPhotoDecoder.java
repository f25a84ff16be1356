package io.hall24.device.sam;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Understands the 1024 bytes in which a card keeps its holder's picture. The codec was never
 * published; whoever has a licensed library adds a decoder, found through {@link
 * java.util.ServiceLoader} and chosen by the setting {@code photo-decoder}, or in a jar of its own
 * that runs in a process of its own (setting {@code decoder-jar}). Without one a document is read
 * without a photo.
 */
public interface CardPhotoDecoder {
  /** The name by which a configuration asks for it. */
  String name();

  /** Whether it understands only what a demonstration has made; loads in demo profiles only. */
  default boolean simulated() {
    return false;
  }

  /** How it does, for a technician; empty when there is nothing to say. */
  default String state() {
    return "";
  }

  /**
   * Decodes one photo. Called on the reader's thread; must return within a second.
   *
   * @param coded 1024 bytes, off the heap, zeroed after this call
   * @param memory takes the picture; the decoder keeps no copy
   * @return empty when these bytes are not in its codec
   */
  Optional<ChipPhoto> decode(MemorySegment coded, ErasableMemory memory);
}
