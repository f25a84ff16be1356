package io.hall24.kiosk.journal;

import java.util.HexFormat;

/**
 * Where a journal's chain ends.
 *
 * @param journalId random, registered with the registry
 * @param sequence of the last event; 0 when there is none
 * @param hash of the last event, lower-case hex; 64 zeros when there is none
 */
public record ChainHead(String journalId, long sequence, String hash) {
  public ChainHead {
    if (sequence < 0 || HexFormat.of().parseHex(hash).length == 0) {
      throw new IllegalArgumentException("chain head " + sequence + " " + hash);
    }
  }
}
