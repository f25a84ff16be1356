package io.hall24.device.contract;

/**
 * What became of one clause.
 *
 * @param clause which one
 * @param verdict whether it holds
 */
public record Finding(Clause clause, Verdict verdict) {
  /** Whether a clause holds. */
  public sealed interface Verdict {
    /** It does. */
    record Holds() implements Verdict {}

    /** This device cannot get into that situation, or its rig cannot bring it there. */
    record NotApplicable(String why) implements Verdict {}

    /** It does not. */
    record Broken(String how) implements Verdict {}
  }

  public boolean broken() {
    return verdict instanceof Verdict.Broken;
  }
}
