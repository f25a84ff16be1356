package io.hall24.kiosk.ops.staff;

/** What a credential is shown for. */
public enum Duty {
  /** Opening the maintenance screen. */
  MAINTENANCE,
  /** Loading, removing or counting sheets; always two persons. */
  STOCK,
  /** Deciding an issuance whose sheet nobody knows of; always two persons. */
  RESOLVE
}
