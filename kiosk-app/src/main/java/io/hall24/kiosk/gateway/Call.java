package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One call of the registry contract.
 *
 * @param method of HTTP
 * @param path from {@code /v1}
 * @param purpose the contract's word for why it is asked
 * @param body JSON, if the operation has one
 * @param held etag of what is held already
 */
record Call(
    String method, String path, String purpose, Optional<ObjectNode> body, Optional<String> held) {
  private Call(String method, String path, String purpose, Optional<ObjectNode> body) {
    this(method, path, purpose, body, Optional.empty());
  }

  static Call get(String path, String purpose) {
    return new Call("GET", path, purpose, Optional.empty());
  }

  static Call post(String path, String purpose, ObjectNode body) {
    return new Call("POST", path, purpose, Optional.of(body));
  }

  static Call put(String path, String purpose) {
    return new Call("PUT", path, purpose, Optional.empty());
  }

  static Call put(String path, String purpose, ObjectNode body) {
    return new Call("PUT", path, purpose, Optional.of(body));
  }

  /** The same, for what is not held already. */
  Call unless(Optional<String> etag) {
    return new Call(method, path, purpose, body, etag);
  }
}
