package io.hall24.kiosk.gateway;

/** What the registry says to the question how often a face may still be compared. */
public sealed interface ComparisonsAnswer {
  /**
   * It counted the failures of all terminals.
   *
   * @param left how many more may fail; with 0 only ways without a face are offered
   */
  record Left(int left) implements ComparisonsAnswer {}

  /**
   * The registry refuses to say.
   *
   * @param reason the contract's code, e.g. {@code TERMINAL_BLOCKED}
   */
  record Refused(String reason) implements ComparisonsAnswer {}

  /** No trustworthy answer came in time. */
  record Unavailable(String detail) implements ComparisonsAnswer {}
}
