package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the sandbox answers, before it is signed.
 *
 * @param status HTTP status
 * @param schema the contract's schema of the payload
 * @param content the payload without what every answer carries
 */
record Reply(int status, String schema, ObjectNode content) {
  static Reply of(String schema, ObjectNode content) {
    return new Reply(200, schema, content);
  }

  static Reply problem(int status, String problem, String detail) {
    return new Reply(
        status,
        "ProblemAnswer",
        CanonicalJson.MAPPER.createObjectNode().put("problem", problem).put("detail", detail));
  }
}
