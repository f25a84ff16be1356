package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Grants copies beforehand to the terminal at which their holder said they will come by. */
final class AnnouncementDesk {
  /** How long after its last use the authority gives a terminal to report. */
  private static final Duration REPORTED_WITHIN = Duration.ofDays(3);

  private static final int SALT_BYTES = 16;
  private final RegistryKey key;
  private final SecureRandom random = new SecureRandom();

  AnnouncementDesk(RegistryKey key) {
    this.key = key;
  }

  /**
   * Announces a visit.
   *
   * @return the issuance ids of the copies that are locked to the terminal now; a copy that cannot
   *     be granted, or whose holder a clerk has to confirm, is left out
   */
  List<String> announce(
      Page page, String terminal, Seed.Holder holder, String orderId, Instant until, Instant now) {
    List<String> announced = new ArrayList<>();
    boolean theirs =
        page.row(
                "SELECT * FROM holder WHERE type=? AND number=? AND nationality=? AND birth=?"
                    + " AND order_id=? AND clerk=0",
                holder.documentType(),
                holder.documentNumber(),
                holder.nationality(),
                holder.birth().toString(),
                orderId)
            .isPresent();
    boolean free =
        page.row("SELECT * FROM licence_order WHERE order_id=? AND held=0", orderId).isPresent()
            && !CollectorBook.toSurrender(page, orderId);
    if (theirs && free) {
      page
          .rows(
              "SELECT * FROM copy WHERE order_id=? AND issued IS NULL AND spoiled<2 ORDER BY place",
              orderId)
          .stream()
          .filter(copy -> isFree(page, orderId, copy.text("copy")))
          .forEach(copy -> announced.add(grant(page, terminal, holder, copy, until, now)));
    }
    return announced;
  }

  private static boolean isFree(Page page, String orderId, String copy) {
    return page.rows("SELECT * FROM issuance WHERE order_id=? AND copy=?", orderId, copy).stream()
        .noneMatch(IssuanceBook::open);
  }

  private String grant(
      Page page, String terminal, Seed.Holder holder, Row copy, Instant until, Instant now) {
    String issuance = UUID.randomUUID().toString();
    String grantId = UUID.randomUUID().toString();
    page.change(
        "INSERT INTO issuance(issuance, terminal, journal, order_id, copy, phase, grant_id,"
            + " granted_at) VALUES (?,?,'',?,?,?,?,?)",
        issuance,
        terminal,
        copy.text("order_id"),
        copy.text("copy"),
        Phase.ANNOUNCED.name(),
        grantId,
        now.toString());
    ObjectNode content =
        GrantDesk.content(page, IssuanceBook.find(page, issuance).orElseThrow(), grantId, now);
    content.set("announced", announcement(page, holder, copy.text("order_id"), until));
    page.change(
        "UPDATE issuance SET grant_jws=? WHERE issuance=?",
        key.sign("hall24-grant", content),
        issuance);
    NoticeBook.tell(page, copy.text("order_id"), copy.text("copy"), "ANNOUNCED", terminal, now);
    return issuance;
  }

  private ObjectNode announcement(Page page, Seed.Holder holder, String orderId, Instant until) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String saltHex = HexFormat.of().formatHex(salt);
    String who =
        String.join(
            "\n",
            saltHex,
            holder.documentType(),
            holder.documentNumber(),
            holder.nationality(),
            holder.birth().toString());
    String order =
        page.row("SELECT content FROM licence_order WHERE order_id=?", orderId)
            .orElseThrow()
            .text("content");
    return CanonicalJson.MAPPER
        .createObjectNode()
        .put("caseNumber", CanonicalJson.read(order).get("caseNumber").asText())
        .put("notAfter", until.toString())
        .put("activeBy", until.plus(REPORTED_WITHIN).toString())
        .put("holderSalt", saltHex)
        .put("holderDigest", RegistryKey.sha256(who.getBytes(StandardCharsets.UTF_8)));
  }

  /** What a terminal may hold. */
  static Reply announced(Page page, String terminal) {
    ObjectNode answer = CanonicalJson.MAPPER.createObjectNode();
    ArrayNode grants = answer.putArray("grants");
    page
        .rows(
            "SELECT * FROM issuance WHERE terminal=? AND phase=? ORDER BY granted_at, issuance",
            terminal,
            Phase.ANNOUNCED.name())
        .stream()
        .filter(IssuanceBook::open)
        .forEach(row -> grants.add(row.text("grant_jws")));
    return Reply.of("AnnouncedGrantsAnswer", answer);
  }

  /** Whether a copy of an order waits for its holder at a terminal. */
  static boolean isAnnounced(Page page, String orderId) {
    return page
        .rows(
            "SELECT * FROM issuance WHERE order_id=? AND phase=?", orderId, Phase.ANNOUNCED.name())
        .stream()
        .anyMatch(IssuanceBook::open);
  }

  /** An official takes back what was announced. */
  static int withdraw(Page page, String orderId) {
    return page.change(
        "UPDATE issuance SET voided=1 WHERE order_id=? AND phase=?",
        orderId,
        Phase.ANNOUNCED.name());
  }
}
