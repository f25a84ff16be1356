package io.hall24.kiosk.journey;

/** 好差评: what somebody thinks of the service, in the five levels of GB/T 39735-2020, best first. */
public enum Rating {
  VERY_SATISFIED(5),
  SATISFIED(4),
  FAIR(3),
  DISSATISFIED(2),
  VERY_DISSATISFIED(1);

  private final int level;

  Rating(int level) {
    this.level = level;
  }

  /** 5 is best, 1 worst. */
  public int level() {
    return level;
  }
}
