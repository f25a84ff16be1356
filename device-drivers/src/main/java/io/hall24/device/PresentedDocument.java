package io.hall24.device;

import java.util.Set;

/**
 * A document that lies on the reader and has not been read yet.
 *
 * @param detectedAtNanos monotonic time of its detection
 * @param opens kinds of access key of which one opens the chip; empty when it opens by itself
 */
public record PresentedDocument(long detectedAtNanos, Set<AccessKey.Kind> opens) {
  public PresentedDocument {
    opens = Set.copyOf(opens);
  }
}
