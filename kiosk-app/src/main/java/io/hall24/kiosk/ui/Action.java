package io.hall24.kiosk.ui;

/**
 * Something a person may do now.
 *
 * @param label a verb and its object
 * @param weight how it looks
 * @param press what it does; called on the screen's thread and returns at once
 */
public record Action(Words label, Weight weight, Runnable press) {
  /** How much an action stands out. */
  public enum Weight {
    /** The one main action. */
    MAIN,
    /** One of two ways of equal size and level, or a lesser one beside the main action. */
    EVEN
  }

  static Action main(String key, Runnable press) {
    return new Action(Words.of(key), Weight.MAIN, press);
  }

  static Action even(String key, Runnable press) {
    return new Action(Words.of(key), Weight.EVEN, press);
  }
}
