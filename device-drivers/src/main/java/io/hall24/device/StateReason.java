package io.hall24.device;

import java.util.Arrays;

/**
 * One of {@code printer-state-reasons} (RFC 8011, 5.4.12): a keyword and how severe it is.
 *
 * @param keyword without the suffix, e.g. {@code media-empty}
 * @param severity what the suffix says
 */
public record StateReason(String keyword, Severity severity) {
  /** From least to most severe. */
  public enum Severity {
    REPORT("-report"),
    WARNING("-warning"),
    ERROR("-error");

    private final String suffix;

    Severity(String suffix) {
      this.suffix = suffix;
    }
  }

  /**
   * Reads a reason as the printer gives it. One without a suffix counts as an error: nothing then
   * says that it may be disregarded.
   */
  public static StateReason of(String reason) {
    return Arrays.stream(Severity.values())
        .filter(severity -> reason.endsWith(severity.suffix))
        .map(severity ->
            new StateReason(
                reason.substring(0, reason.length() - severity.suffix.length()), severity))
        .findFirst()
        .orElseGet(() -> new StateReason(reason, Severity.ERROR));
  }
}
