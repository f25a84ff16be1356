package io.hall24.planted.demo.registry;

import io.hall24.planted.journal.ClimbsUp;

/** A judge that asks the judged. */
public final class PartialJudge {
  /** The forbidden call. */
  public int judge() {
    return new ClimbsUp().climb();
  }
}
