package io.hall24.kiosk.issuance;

/** Where a sheet of stock is; their counts add up to what was ever loaded. */
public enum SheetPlace {
  IN_TRAY,
  RESERVED,
  IN_PROCESS,
  PRESENTED,
  COLLECTED,
  SPOILED,
  RETAINED,
  TEST,
  REMOVED,
  MISSING
}
