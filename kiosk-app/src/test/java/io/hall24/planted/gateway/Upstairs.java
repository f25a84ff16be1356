package io.hall24.planted.gateway;

/** Stands on floor 2. */
public final class Upstairs {
  /** Something to call. */
  public int floor() {
    return 2;
  }
}
