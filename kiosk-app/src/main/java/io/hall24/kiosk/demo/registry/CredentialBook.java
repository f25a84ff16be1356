package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Electronic credentials of invented people: codes that their devices show, each of which serves
 * once and for five minutes.
 */
final class CredentialBook {
  private static final String ISSUER = "栖湖示例电子凭证";
  private static final String PREFIX = "hall24-sample-credential:";
  private static final Duration VALID = Duration.ofMinutes(5);
  private static final int SECRET_BYTES = 24;

  private final SecureRandom random = new SecureRandom();

  /** What the device of a document's holder shows now. */
  String issue(Page page, String documentNumber, Instant now) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String code = PREFIX + HexFormat.of().formatHex(secret);
    page.change(
        "INSERT INTO credential VALUES (?,?,?,0)",
        code,
        documentNumber,
        now.plus(VALID).toEpochMilli());
    return code;
  }

  Reply verify(Page page, JsonNode query, Instant now) {
    String code = query.get("code").asText();
    Optional<Row> found = page.row("SELECT * FROM credential WHERE code=?", code);
    String result = found.map(row -> worth(row, query, now)).orElse("NOT_KNOWN");
    if (result.equals("OF_HOLDER")) {
      page.change("UPDATE credential SET used=1 WHERE code=?", code);
    }
    return Reply.of(
        "CredentialAnswer",
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("result", result)
            .put("issuer", found.isPresent() ? ISSUER : ""));
  }

  private static String worth(Row credential, JsonNode query, Instant now) {
    if (!credential.text("document").equals(query.get("documentNumber").asText())) {
      return "OF_SOMEBODY_ELSE";
    }
    if (credential.number("used") == 1) {
      return "USED";
    }
    return credential.number("until") <= now.toEpochMilli() ? "EXPIRED" : "OF_HOLDER";
  }
}
