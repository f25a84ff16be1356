package io.hall24.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.journey.VisitOutcome.Collected;
import io.hall24.kiosk.journey.VisitOutcome.CollectedCopy;
import io.hall24.kiosk.journey.VisitOutcome.PartlyCollected;
import io.hall24.kiosk.journey.VisitOutcome.StopReason;
import io.hall24.kiosk.licence.Copy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomesTest {
  private static final List<CollectedCopy> ORIGINAL =
      List.of(new CollectedCopy(new Copy.Original(), "YL-A3-000001"));

  @ParameterizedTest
  @EnumSource(StopReason.class)
  void onlyASilentRegistryLeavesAWishToBeNoted(StopReason reason) {
    var stopped = new PartlyCollected("1", List.of(), reason);
    assertTrue(
        Outcomes.wantedAnAnswer(List.of(stopped)) == (reason == StopReason.REGISTRY_UNREACHABLE));
    assertFalse(Outcomes.wantedAnAnswer(List.of(new Collected("1", ORIGINAL))));
  }

  @Test
  void whoHasOneOfTheirLicencesDoesNotLeaveEmptyHanded() {
    var nothing = new PartlyCollected("1", List.of(), StopReason.REGISTRY_UNREACHABLE);
    var one = new PartlyCollected("2", ORIGINAL, StopReason.REGISTRY_UNREACHABLE);
    assertTrue(Outcomes.nothingHandedOver(List.of(nothing)));
    assertFalse(Outcomes.nothingHandedOver(List.of(nothing, one)));
    assertFalse(Outcomes.nothingHandedOver(List.of(new Collected("3", ORIGINAL), nothing)));
  }
}
