package io.hall24.kiosk.journey;

/** What somebody comes for: one for each tile of the first screen. */
public enum Purpose {
  /** Collect a business licence with one's own identity document. */
  COLLECT,
  /** Collect the licences of others, who named one in the registry. */
  COLLECT_FOR_OTHERS,
  /** Look for a service by typing. */
  SEARCH,
  /** Look for a service by theme. */
  BY_THEME,
  /** Look for a service by what happens in life. */
  BY_EVENT,
  /** Look for a service by whom it is for. */
  BY_AUDIENCE;

  /** Whether somebody looks for a service, and may find that it is done elsewhere. */
  public boolean looks() {
    return switch (this) {
      case COLLECT, COLLECT_FOR_OTHERS -> false;
      case SEARCH, BY_THEME, BY_EVENT, BY_AUDIENCE -> true;
    };
  }
}
