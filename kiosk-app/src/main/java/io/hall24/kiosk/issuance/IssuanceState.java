package io.hall24.kiosk.issuance;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where one issuance stands. What may follow is a table, the one of the plan; nothing else decides
 * it.
 */
public enum IssuanceState {
  /** The intent to ask for a grant is recorded; the registry may have granted. */
  REQUESTED,
  /** The signed permission is here. */
  GRANTED,
  /** A sheet is set aside, and the printer has a job that has no document. */
  SHEET_RESERVED,
  /** The document may have reached the printer. */
  PRINTING,
  /** The profile's evidence says that the right licence lies on the right sheet in the output. */
  PRINTED,
  /** The flap may be open. */
  PRESENTED,
  /** Nobody can tell from here what became of the sheet. */
  UNKNOWN,
  /** A citizen took it. */
  COLLECTED,
  /** It was not taken, and lies in the locked bin. */
  RETAINED,
  /** The sheet is no licence; its number is void. */
  SPOILED,
  /** The sheet was not found; its number is void. */
  MISSING,
  /** The registry did not grant. */
  REFUSED,
  /** Given up before anything was printed. */
  RELEASED,
  /** The registry signed for the event that ended it. */
  SETTLED;

  private static final Map<IssuanceState, Set<IssuanceState>> MAY_FOLLOW =
      Map.ofEntries(
          entry(REQUESTED, EnumSet.of(GRANTED, REFUSED, RELEASED)),
          entry(GRANTED, EnumSet.of(SHEET_RESERVED, RELEASED)),
          entry(SHEET_RESERVED, EnumSet.of(PRINTING, RELEASED)),
          entry(PRINTING, EnumSet.of(PRINTED, SPOILED, UNKNOWN)),
          entry(PRINTED, EnumSet.of(PRESENTED, SPOILED, UNKNOWN)),
          entry(PRESENTED, EnumSet.of(COLLECTED, RETAINED, UNKNOWN)),
          entry(UNKNOWN, EnumSet.of(SPOILED, MISSING)),
          entry(COLLECTED, EnumSet.of(SETTLED)),
          entry(RETAINED, EnumSet.of(SETTLED)),
          entry(SPOILED, EnumSet.of(SETTLED)),
          entry(MISSING, EnumSet.of(SETTLED)),
          entry(REFUSED, EnumSet.of(SETTLED)),
          entry(RELEASED, EnumSet.of(SETTLED)),
          entry(SETTLED, EnumSet.noneOf(IssuanceState.class)));

  /** The states that may come next. */
  public Set<IssuanceState> mayFollow() {
    return Set.copyOf(MAY_FOLLOW.getOrDefault(this, Set.of()));
  }

  public boolean mayBecome(IssuanceState next) {
    return mayFollow().contains(next);
  }

  /** Whether only the registry's acknowledgement is still to come. */
  public boolean ended() {
    return mayBecome(SETTLED);
  }
}
