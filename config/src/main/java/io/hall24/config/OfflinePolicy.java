package io.hall24.config;

/** What a service does while the registry cannot be reached. */
public enum OfflinePolicy {
  /** It goes on: it needs nobody but the terminal. */
  ALLOW_LOCAL,
  /** What is wished is noted, and sent later; nobody is told that it was done. */
  QUEUE,
  /**
   * What the registry has granted beforehand, and is still valid, is finished and reported later.
   */
  FINISH_IN_FLIGHT,
  /** It is refused, and other ways are named. */
  REFUSE
}
