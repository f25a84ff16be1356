package io.hall24.kiosk.issuance;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a profile asks for before a sheet counts as printed or as collected.
 *
 * @param printed all of these
 * @param collected all of these
 */
public record EvidencePolicy(Set<Evidence> printed, Set<Evidence> collected) {
  public EvidencePolicy {
    printed = Set.copyOf(printed);
    collected = Set.copyOf(collected);
    if (printed.isEmpty() || collected.isEmpty()) {
      throw new IllegalArgumentException("evidence is needed for printed and for collected");
    }
  }

  /**
   * The policy of a profile whose presenter senses the taken sheet.
   *
   * @param jobCompleted whether the printer's word is needed
   * @param eye whether the output eye's reading is needed
   */
  public static EvidencePolicy of(boolean jobCompleted, boolean eye) {
    Set<Evidence> printed = EnumSet.noneOf(Evidence.class);
    if (jobCompleted) {
      printed.add(Evidence.JOB_COMPLETED);
    }
    if (eye) {
      printed.addAll(
          EnumSet.of(Evidence.QR_READ_BACK, Evidence.NUMBER_READ_BACK, Evidence.INK_SEEN));
    }
    return new EvidencePolicy(printed, EnumSet.of(Evidence.TAKEN_SENSED));
  }

  /** Whether an output eye is needed at all. */
  public boolean needsEye() {
    return printed.contains(Evidence.QR_READ_BACK)
        || printed.contains(Evidence.NUMBER_READ_BACK)
        || printed.contains(Evidence.INK_SEEN);
  }
}
