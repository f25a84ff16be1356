package io.hall24.planted.journal;

import io.hall24.planted.gateway.Upstairs;

/** Stands on floor 1 and uses floor 2. */
public final class ClimbsUp {
  /** The forbidden call. */
  public int climb() {
    return new Upstairs().floor();
  }
}
