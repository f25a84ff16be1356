package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.kiosk.crypto.Jws;

/** What came of asking the registry. */
sealed interface Heard {
  /**
   * Verified, and the answer to this request.
   *
   * @param said the payload
   * @param signed byte for byte
   */
  record Answer(JsonNode said, Jws signed) implements Heard {}

  /**
   * The registry's verified word that it does not do it, and that asking again is no use.
   *
   * @param problem the contract's code
   */
  record Problem(String problem, String detail) implements Heard {}

  /** No trustworthy answer came in time; the request may have had its effect. */
  record Nothing(String detail) implements Heard {}
}
