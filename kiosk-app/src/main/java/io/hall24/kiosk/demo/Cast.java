package io.hall24.kiosk.demo;

import io.hall24.kiosk.demo.document.Condition;

/**
 * Who comes to the terminal, and with what.
 *
 * @param holder whose document is put on the reader
 * @param condition what is the matter with the document
 * @param inFront who stands before the camera
 */
public record Cast(InventedPerson holder, Condition condition, InventedPerson inFront) {
  /** Somebody with their own, genuine document. */
  public static Cast of(InventedPerson person) {
    return new Cast(person, Condition.GENUINE, person);
  }
}
