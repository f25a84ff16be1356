package io.hall24.kiosk.demo.registry;

import io.hall24.kiosk.demo.registry.Book.Page;
import java.time.Instant;
import java.util.List;

/** What the registry tells holders, whether their terminal likes it or not. */
final class NoticeBook {
  private NoticeBook() {}

  /** Tells the holder of an order what happened to a copy. */
  static void tell(
      Page page, String orderId, String copy, String what, String terminal, Instant at) {
    boolean agent =
        page.row("SELECT * FROM asked WHERE terminal=? AND order_id=?", terminal, orderId)
            .flatMap(row -> row.find("agent"))
            .isPresent();
    page.change(
        "INSERT INTO notice VALUES (?,?,?,?,?,?)",
        orderId,
        copy,
        what,
        terminal,
        agent ? 1 : 0,
        at.toString());
  }

  /** What the holder of an order was told, in order. */
  static List<SandboxRegistry.Notice> of(Page page, String orderId) {
    return page.rows("SELECT * FROM notice WHERE order_id=? ORDER BY rowid", orderId).stream()
        .map(row ->
            new SandboxRegistry.Notice(
                row.text("copy"), row.text("what"), row.text("terminal"), row.number("agent") == 1))
        .toList();
  }
}
