package io.hall24.kiosk.demo.registry;

/** How the invented clerk of the sandbox behaves, who sees people from afar. */
public enum RemoteClerk {
  /** Takes a call at the second asking and confirms at the third. */
  CONFIRMS,
  /** Takes a call at the second asking and declines at the third. */
  DECLINES,
  /** Never takes a call. */
  BUSY,
  /** Is not on duty. */
  ABSENT
}
