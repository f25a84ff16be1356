package io.hall24.kiosk.issuance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hall24.kiosk.text.ForgetfulJson;
import java.io.IOException;
import java.util.Base64;

/**
 * Reads a grant that the terminal itself recorded. Its signature was verified before it was
 * recorded; since then the journal's chain answers for it.
 */
final class GrantText {
  private static final JsonMapper MAPPER = ForgetfulJson.mapper().build();

  private GrantText() {}

  /**
   * What the QR code of the granted face says.
   *
   * @throws IllegalArgumentException for a text that is no grant
   */
  static String qr(String jws) {
    return text(jws, "/face/qr");
  }

  /**
   * The hash of the granted face.
   *
   * @throws IllegalArgumentException for a text that is no grant
   */
  static String faceHash(String jws) {
    return text(jws, "/faceHash");
  }

  private static String text(String jws, String pointer) {
    String[] parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a compact JWS has three parts, not " + parts.length);
    }
    try {
      JsonNode found = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])).at(pointer);
      if (!found.isTextual()) {
        throw new IllegalArgumentException("a grant without " + pointer);
      }
      return found.textValue();
    } catch (IOException notJson) {
      throw new IllegalArgumentException("a grant that is not JSON", notJson);
    }
  }
}
