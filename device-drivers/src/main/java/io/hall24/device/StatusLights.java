package io.hall24.device;

import io.hall24.device.time.Patience;
import java.util.Map;
import java.util.Set;

/** Lights on the housing that lead a person's hand or warn. */
public interface StatusLights extends Device {
  /** The lights that are there. */
  Set<Light> lights();

  /**
   * Sets lights; those that are not named stay as they are, and those that are not there are passed
   * over. Closing the device turns all of them off.
   *
   * @return how all lights that are there shine now
   */
  Attempt<Map<Light, Shine>> show(Map<Light, Shine> lights, Patience patience);

  /** What a light belongs to. */
  enum Light {
    /** Shines while a picture can be taken. */
    CAMERA,
    /** Falls on the face before the camera, where the hall is too dark. */
    FACE,
    /** At the place where a document is laid. */
    DOCUMENT,
    /** At the place where the sheet comes out. */
    OUTPUT,
    /** At the place where slips come out. */
    RECEIPT,
    /** At the deposit slot. */
    DEPOSIT,
    /** Seen from afar: out of service. */
    SERVICE
  }

  /** How a light shines, in JavaPOS' words for lights; blinking faster is more urgent. */
  enum Shine {
    OFF,
    STEADY,
    SLOW,
    FAST
  }
}
