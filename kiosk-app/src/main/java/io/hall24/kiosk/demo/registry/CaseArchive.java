package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the authority's archive takes over of one case: the order, its signed electronic form, every
 * grant byte for byte, every event of its issuances with their places in the journals, and a signed
 * list of all that with hashes.
 */
final class CaseArchive {
  private final RegistryKey key;

  CaseArchive(RegistryKey key) {
    this.key = key;
  }

  /**
   * The package, a ZIP file.
   *
   * @param order row of the order
   * @param electronic its signed electronic form
   */
  byte[] pack(Page page, Row order, byte[] electronic, Instant now) {
    String orderId = order.text("order_id");
    Map<String, byte[]> files = new TreeMap<>();
    files.put("order.json", utf8(order.text("content")));
    files.put("electronic-licence.pdf", electronic);
    List<Row> issuances =
        page.rows("SELECT * FROM issuance WHERE order_id=? ORDER BY issuance", orderId);
    for (Row issuance : issuances) {
      issuance
          .find("grant_jws")
          .ifPresent(jws -> files.put("grants/" + issuance.text("issuance") + ".jws", utf8(jws)));
    }
    files.put("events.json", utf8(events(page, issuances).toString()));
    ObjectNode manifest = manifest(order, files, now);
    files.put("manifest.jws", utf8(key.sign("hall24-archive", manifest)));
    files.put("manifest.json", utf8(manifest.toString()));
    return zip(files);
  }

  private static ArrayNode events(Page page, List<Row> issuances) {
    ArrayNode events = CanonicalJson.MAPPER.createArrayNode();
    for (Row issuance : issuances) {
      for (Row entry :
          page.rows(
              "SELECT * FROM entry WHERE journal=? AND type LIKE 'issuance.%' ORDER BY sequence",
              issuance.text("journal"))) {
        JsonNode payload = payload(entry);
        if (payload.path("issuanceId").asText().equals(issuance.text("issuance"))) {
          events
              .addObject()
              .put("journalId", entry.text("journal"))
              .put("sequence", entry.number("sequence"))
              .put("hash", entry.text("hash"))
              .put("type", entry.text("type"))
              .set("payload", payload);
        }
      }
    }
    return events;
  }

  /** What an event says; a rejected one may say anything. */
  private static JsonNode payload(Row entry) {
    try {
      byte[] said = Base64.getDecoder().decode(entry.find("payload").orElse(""));
      return CanonicalJson.read(new String(said, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unreadable) {
      return CanonicalJson.MAPPER.createObjectNode();
    }
  }

  private static ObjectNode manifest(Row order, Map<String, byte[]> files, Instant now) {
    ObjectNode manifest = CanonicalJson.MAPPER.createObjectNode();
    manifest
        .put("caseNumber", CanonicalJson.read(order.text("content")).get("caseNumber").asText())
        .put("orderId", order.text("order_id"))
        .put("packedAt", now.toString());
    ObjectNode hashes = manifest.putObject("files");
    files.forEach((name, content) -> hashes.put(name, RegistryKey.sha256(content)));
    return manifest;
  }

  private static byte[] zip(Map<String, byte[]> files) {
    try (var bytes = new ByteArrayOutputStream()) {
      try (var zip = new ZipOutputStream(bytes)) {
        for (var file : files.entrySet()) {
          var entry = new ZipEntry(file.getKey());
          entry.setTime(0);
          zip.putNextEntry(entry);
          zip.write(file.getValue());
        }
      }
      return bytes.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
