package io.hall24.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StateReasonTest {
  @Test
  void theSuffixIsTheSeverity() {
    assertEquals(
        new StateReason("media-empty", StateReason.Severity.REPORT),
        StateReason.of("media-empty-report"));
    assertEquals(
        new StateReason("media-jam", StateReason.Severity.WARNING),
        StateReason.of("media-jam-warning"));
    assertEquals(
        new StateReason("cover-open", StateReason.Severity.ERROR),
        StateReason.of("cover-open-error"));
  }

  @Test
  void aReasonWithoutSuffixIsAnError() {
    assertEquals(new StateReason("paused", StateReason.Severity.ERROR), StateReason.of("paused"));
  }
}
