package io.hall24.kiosk.ops.staff;

/** What a credential is shown for. */
public enum Duty {
  /** Opening the maintenance screen. */
  MAINTENANCE,
  /** Loading, removing or counting sheets; always two persons. */
  STOCK,
  /** Deciding an issuance whose sheet nobody knows of; always two persons. */
  RESOLVE,
  /** Confirming who a person is, instead of a face comparison; takes a one-time code too. */
  CO_SIGN;

  /** Whether a PIN alone is not enough. */
  boolean needsOneTimeCode() {
    return this == CO_SIGN;
  }
}
