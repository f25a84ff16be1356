package io.hall24.device;

/** The kinds of device that the terminal knows. */
public enum DeviceKind {
  IDENTITY_DOCUMENT_READER,
  CAMERA,
  PAGE_PRINTER,
  OUTPUT_PRESENTER,
  OUTPUT_EYE,
  DEPOSIT_SLOT,
  RECEIPT_PRINTER,
  CODE_SCANNER,
  STAFF_CARD_READER,
  KEYPAD,
  STATUS_LIGHTS,
  AUDIO_OUTPUT,
  POWER_SOURCE,
  DOOR_CONTACT
}
