package io.hall24.kiosk.gateway;

import java.time.Duration;

/** What the registry says to a request for an order's electronic form. */
public sealed interface PickUpAnswer {
  /**
   * The person may fetch it with a device of their own.
   *
   * @param url opaque, to be shown as a QR code unchanged
   * @param validFor from now
   */
  record At(String url, Duration validFor) implements PickUpAnswer {}

  /** There is none. */
  record Refused(String problem) implements PickUpAnswer {}

  /** No believable answer. */
  record Unavailable(String detail) implements PickUpAnswer {}
}
