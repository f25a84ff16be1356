package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;

/**
 * What an entry says, as its commitment was made over it.
 *
 * @param salt 32 random bytes, so that nobody guesses a short payload from its commitment
 * @param payload what the event's codec wrote
 */
public record EntryContent(Bytes salt, Bytes payload) {
  static final int SALT_BYTES = 32;
}
