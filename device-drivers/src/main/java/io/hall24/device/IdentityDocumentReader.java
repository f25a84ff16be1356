package io.hall24.device;

import io.hall24.device.time.Patience;

/** Reads the chip of an identity document. */
public interface IdentityDocumentReader extends Device {
  /** Waits until a document lies on the reader. */
  Attempt<PresentedDocument> awaitDocument(Patience patience);

  /**
   * Waits until no document lies on the reader any more; the value is the monotonic time of its
   * removal, in ns.
   */
  Attempt<Long> awaitRemoval(Patience patience);

  /**
   * Reads the document on the reader.
   *
   * @param key what opens the chip, as the document asked for
   * @param memory takes the chip photo; the reader keeps no copy
   */
  DocumentReading read(AccessKey key, ErasableMemory memory, Patience patience);
}
