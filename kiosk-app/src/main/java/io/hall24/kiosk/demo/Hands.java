package io.hall24.kiosk.demo;

import io.hall24.device.lds.ZoneField;
import io.hall24.kiosk.identity.Challenge;

/**
 * What a person does with their hands, and head, in front of the terminal. Each call is over when
 * it is done.
 */
public interface Hands {
  /** Puts the identity document on the reader. */
  void placeDocument();

  /** Takes the identity document from the reader; nothing when it does not lie there. */
  void takeDocument();

  /** Reads off a part of the zone of the document that they have, with its check digit. */
  String readZone(ZoneField field);

  /** Takes the sheet from the open output. */
  void takeSheet();

  /** Makes a movement of the face before the camera, after the moment that people need. */
  void perform(Challenge movement);
}
