package io.hall24.device;

import java.util.Set;

/** The outcome of reading a document. */
public sealed interface DocumentReading {
  /** All of it was read. */
  record Read(IdentityDocument document) implements DocumentReading {}

  /**
   * The key does not open this chip; the person may try again.
   *
   * @param opens kinds of key of which one opens it
   */
  record WrongKey(Set<AccessKey.Kind> opens) implements DocumentReading {
    public WrongKey {
      opens = Set.copyOf(opens);
    }
  }

  /** The document was taken away before all of it was read. */
  record Removed() implements DocumentReading {}

  /** The chip answers, but not as its standard says. */
  record Unreadable(String detail) implements DocumentReading {}

  /**
   * It was read, and nobody here knows what the parts of its record mean.
   *
   * @param type the name that it gives itself
   */
  record UnknownType(String type) implements DocumentReading {}

  /** The reader itself failed. */
  record Failed(DeviceFailure failure) implements DocumentReading {}
}
