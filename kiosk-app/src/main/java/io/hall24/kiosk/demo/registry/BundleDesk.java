package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Gives files to all terminals. */
final class BundleDesk {
  private BundleDesk() {}

  /** Gives these from now on, and nothing else under this name. */
  static int offer(Page page, String bundle, Map<String, byte[]> files) {
    int changed = page.change("DELETE FROM bundle WHERE bundle=?", bundle);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      changed +=
          page.change("INSERT INTO bundle VALUES (?,?,?)", bundle, file.getKey(), file.getValue());
    }
    return changed;
  }

  /**
   * Answers a terminal.
   *
   * @param held etag of what it has; empty text for nothing
   */
  static Reply give(Page page, String bundle, String held) {
    List<Row> files = page.rows("SELECT * FROM bundle WHERE bundle=? ORDER BY name", bundle);
    if (files.isEmpty()) {
      return Reply.problem(404, "NOT_FOUND", "no bundle " + bundle);
    }
    StringBuilder listed = new StringBuilder();
    files.forEach(file ->
        listed
            .append(file.text("name"))
            .append('\n')
            .append(RegistryKey.sha256(file.bytes("content")))
            .append('\n'));
    String etag = RegistryKey.sha256(listed.toString().getBytes(StandardCharsets.UTF_8));
    ObjectNode answer =
        CanonicalJson.MAPPER.createObjectNode().put("bundle", bundle).put("etag", etag);
    if (!etag.equals(held)) {
      ArrayNode given = answer.putArray("files");
      files.forEach(file ->
          given
              .addObject()
              .put("name", file.text("name"))
              .put("content", Base64.getEncoder().encodeToString(file.bytes("content"))));
    }
    return Reply.of("BundleAnswer", answer);
  }
}
