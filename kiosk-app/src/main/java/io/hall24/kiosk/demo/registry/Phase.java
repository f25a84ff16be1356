package io.hall24.kiosk.demo.registry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far an issuance is, as the terminal's events tell it. The design's state table, written down
 * a second time on purpose: the judge does not ask the terminal's code.
 */
enum Phase {
  /** Granted beforehand, for a visit that has not begun. */
  ANNOUNCED,
  REQUESTED,
  GRANTED,
  SHEET_RESERVED,
  PRINTING,
  PRINTED,
  PRESENTED,
  UNKNOWN,
  REFUSED,
  RELEASED,
  SPOILED,
  RETAINED,
  MISSING,
  COLLECTED,
  SETTLED;

  private static final Set<Phase> ENDINGS =
      EnumSet.of(REFUSED, RELEASED, SPOILED, RETAINED, MISSING, COLLECTED);

  private static final Map<Phase, Set<Phase>> MAY_FOLLOW =
      Map.ofEntries(
          Map.entry(REQUESTED, EnumSet.of(ANNOUNCED)),
          Map.entry(GRANTED, EnumSet.of(REQUESTED)),
          Map.entry(SHEET_RESERVED, EnumSet.of(GRANTED)),
          Map.entry(PRINTING, EnumSet.of(SHEET_RESERVED)),
          Map.entry(PRINTED, EnumSet.of(PRINTING)),
          Map.entry(PRESENTED, EnumSet.of(PRINTED)),
          Map.entry(UNKNOWN, EnumSet.of(PRINTING, PRINTED, PRESENTED)),
          Map.entry(REFUSED, EnumSet.of(REQUESTED)),
          Map.entry(RELEASED, EnumSet.of(REQUESTED, GRANTED, SHEET_RESERVED)),
          Map.entry(SPOILED, EnumSet.of(PRINTING, PRINTED, UNKNOWN)),
          Map.entry(RETAINED, EnumSet.of(PRESENTED)),
          Map.entry(MISSING, EnumSet.of(UNKNOWN)),
          Map.entry(COLLECTED, EnumSet.of(PRESENTED)),
          Map.entry(SETTLED, ENDINGS));

  /** The phase that an event leads to, e.g. {@code issuance.sheet-reserved}. */
  static Optional<Phase> ofEvent(String type) {
    String name = type.substring("issuance.".length()).replace('-', '_');
    for (Phase phase : values()) {
      if (phase.name().equalsIgnoreCase(name)) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }

  boolean mayFollow(Phase before) {
    return MAY_FOLLOW.getOrDefault(this, Set.of()).contains(before);
  }

  /** Whether the attempt is over. */
  boolean ended() {
    return this == SETTLED || ENDINGS.contains(this);
  }
}
