package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IssuanceStateTest {
  /** The table of the plan, in its own words. */
  private static final String PLAN =
      """
      Requested | Granted, Refused, Released
      Granted | SheetReserved, Released
      SheetReserved | Printing, Released
      Printing | Printed, Spoiled, Unknown
      Printed | Presented, Spoiled, Unknown
      Presented | Collected, Retained, Unknown
      Unknown | Spoiled, Missing
      Refused, Released, Spoiled, Retained, Missing, Collected | Settled
      """;

  private static IssuanceState state(String word) {
    return IssuanceState.valueOf(
        word.strip().replaceAll("(?<!^)([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT));
  }

  private static Set<IssuanceState> states(String words) {
    return Arrays.stream(words.split(","))
        .map(IssuanceStateTest::state)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(IssuanceState.class)));
  }

  private static Map<IssuanceState, Set<IssuanceState>> plan() {
    Map<IssuanceState, Set<IssuanceState>> plan = new EnumMap<>(IssuanceState.class);
    PLAN.lines()
        .map(line -> line.split("\\|"))
        .forEach(row -> states(row[0]).forEach(state -> plan.put(state, states(row[1]))));
    plan.put(IssuanceState.SETTLED, EnumSet.noneOf(IssuanceState.class));
    return plan;
  }

  @Test
  void everyArrowOfThePlanIsAllowedAndEveryOtherRefused() {
    Map<IssuanceState, Set<IssuanceState>> plan = plan();
    Set<String> differences = new TreeSet<>();
    for (IssuanceState from : IssuanceState.values()) {
      for (IssuanceState to : IssuanceState.values()) {
        if (from.mayBecome(to) != plan.getOrDefault(from, Set.of()).contains(to)) {
          differences.add(from + " -> " + to);
        }
      }
    }
    assertEquals(Set.of(), differences);
    assertEquals(IssuanceState.values().length, plan.size());
  }

  @Test
  void exactlyTheEndingsWaitForTheRegistrysAcknowledgement() {
    assertEquals(
        states("Refused, Released, Spoiled, Retained, Missing, Collected"),
        Arrays.stream(IssuanceState.values())
            .filter(IssuanceState::ended)
            .collect(Collectors.toSet()));
  }
}
