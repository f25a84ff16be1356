package io.hall24.kiosk.journal;

/**
 * How long the content of an event is kept, counted in registry time; its header stays in the chain
 * for ever.
 */
public enum RetentionClass {
  /** Wishes of a visit: 24 h after acknowledgement, 72 h at most. */
  VISIT,
  /** Operation of the terminal: 180 days. */
  OPERATION,
  /** Issuance and stock: until the authority has signed that its archive has it. */
  ISSUANCE
}
