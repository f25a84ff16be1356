package io.hall24.kiosk.journal;

import java.util.Optional;

/** What the examination of a journal's file found. Reasons are in English. */
public sealed interface VerifyReport {
  /**
   * Every entry is what was written.
   *
   * @param unreadable entries of which only header and commitment could be verified: their key is
   *     destroyed, or was not at hand
   * @param fork where the registry signed for something else
   */
  record Intact(String terminalId, ChainHead head, long unreadable, Optional<Fork> fork)
      implements VerifyReport {}

  /**
   * Not what was written.
   *
   * @param sequence of the first broken entry; 0 when it is the file, outside the entries
   */
  record Broken(long sequence, String why) implements VerifyReport {}

  /** No journal that this program can read. */
  record NotAJournal(String why) implements VerifyReport {}
}
