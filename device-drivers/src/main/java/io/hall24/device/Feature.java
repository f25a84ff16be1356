package io.hall24.device;

import java.util.Locale;

/** What a device of a kind can have, and a given one may lack. */
public enum Feature {
  /** Sees that a sheet lies in the output. Without it a sheet is assumed where one was printed. */
  EXIT_SENSOR(DeviceKind.OUTPUT_PRESENTER),
  /** Notices that a person takes the sheet. Without it nothing proves collection. */
  TAKEN_SENSOR(DeviceKind.OUTPUT_PRESENTER),
  /**
   * A locked flap or shutter between sheet and person. Without it {@code present} changes nothing.
   */
  FLAP(DeviceKind.OUTPUT_PRESENTER),
  /** Moves a sheet that was left into a locked bin. Without it {@code retract} fails. */
  RETRACTION(DeviceKind.OUTPUT_PRESENTER),
  /** Knows how full the locked bin is. */
  RETRACT_BIN_LEVEL(DeviceKind.OUTPUT_PRESENTER),

  /** A shutter that opens for one deposit only. Without it the slot always stands open. */
  DEPOSIT_SHUTTER(DeviceKind.DEPOSIT_SLOT),
  /** Notices that an item fell into the bin. Without it {@code awaitDeposit} fails. */
  DEPOSIT_SENSOR(DeviceKind.DEPOSIT_SLOT),
  /** Knows how full the bin is. */
  DEPOSIT_BIN_LEVEL(DeviceKind.DEPOSIT_SLOT),

  /** Notices that the roll nears its end. */
  PAPER_NEAR_END(DeviceKind.RECEIPT_PRINTER),
  /** Cuts the slip off. Without it the person tears it off. */
  CUTTER(DeviceKind.RECEIPT_PRINTER),

  /** Names the kind of code that was read. */
  SYMBOLOGY(DeviceKind.CODE_SCANNER),
  /** Reads only when asked. Without it the scanner reads all the time and old codes are dropped. */
  TRIGGER(DeviceKind.CODE_SCANNER),

  /** Notices that a card is taken off. */
  CARD_REMOVAL(DeviceKind.STAFF_CARD_READER),

  /** Keys for louder and softer. */
  VOLUME_KEYS(DeviceKind.KEYPAD),
  /** Keys for left and right beside up and down. */
  SIDEWAYS_KEYS(DeviceKind.KEYPAD),

  /** Lights that blink at several speeds. Without it every blinking is steady light. */
  BLINKING(DeviceKind.STATUS_LIGHTS),

  /** Knows whether a headset is plugged in. Without it nothing private may be spoken. */
  HEADSET_DETECTION(DeviceKind.AUDIO_OUTPUT),
  /** Can speak through a loudspeaker too. */
  LOUDSPEAKER(DeviceKind.AUDIO_OUTPUT),

  /** Knows how much charge is left. */
  BATTERY_CHARGE(DeviceKind.POWER_SOURCE),
  /** Estimates how long the battery lasts. */
  BATTERY_RUNTIME(DeviceKind.POWER_SOURCE),

  /** Notices tampering beside the opening of the door. */
  TAMPER_CONTACT(DeviceKind.DOOR_CONTACT);

  private final DeviceKind kind;

  Feature(DeviceKind kind) {
    this.kind = kind;
  }

  /** The kind of device that can have it. */
  public DeviceKind kind() {
    return kind;
  }

  /** For reports, e.g. {@code taken-sensor}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
