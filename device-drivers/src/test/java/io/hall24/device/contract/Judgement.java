package io.hall24.device.contract;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Set;

/** Holds a driver to its contract in a test. */
public final class Judgement {
  private Judgement() {}

  /**
   * Checks one clause.
   *
   * @param exempt clauses that cannot be brought about with this rig
   */
  public static void of(Clause clause, DriverContract.Source rigs, Set<Clause> exempt) {
    switch (new DriverContract(rigs).check(clause).verdict()) {
      case Finding.Verdict.Holds _ -> {
        if (exempt.contains(clause)) {
          fail(clause + " holds, so it need not be exempt");
        }
      }
      case Finding.Verdict.Broken(var how) -> fail(clause + ": " + how);
      case Finding.Verdict.NotApplicable(var why) -> {
        if (!exempt.contains(clause)) {
          fail(clause + " was not checked: " + why);
        }
      }
    }
  }
}
