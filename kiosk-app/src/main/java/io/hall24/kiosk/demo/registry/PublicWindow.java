package io.hall24.kiosk.demo.registry;

import com.sun.net.httpserver.HttpExchange;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.Book.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the sandbox serves without the terminals' contract: electronic licences to those who hold an
 * address, and packages of cases to the archive beside it.
 */
final class PublicWindow {
  static final String PICK_UP = "/pick-up/";
  static final String ARCHIVE = "/archive/";

  private static final Logger LOG = LoggerFactory.getLogger(PublicWindow.class);

  private final Book book;
  private final ElectronicDesk desk;
  private final CaseArchive archive;
  private final HallClock clock;

  PublicWindow(Book book, ElectronicDesk desk, CaseArchive archive, HallClock clock) {
    this.book = book;
    this.desk = desk;
    this.archive = archive;
    this.clock = clock;
  }

  void pickUp(HttpExchange exchange) throws IOException {
    Instant now = clock.wallTime();
    answer(
        exchange,
        "application/pdf",
        () ->
            last(exchange, PICK_UP)
                .flatMap(
                    token -> book.inTransaction(page -> ElectronicDesk.orderOf(page, token, now)))
                .map(content -> desk.document(content, now)));
  }

  private static Optional<byte[]> attempted(Supplier<Optional<byte[]>> work) {
    try {
      return work.get();
    } catch (RuntimeException failed) {
      LOG.warn("sandbox registry failed", failed);
      return Optional.empty();
    }
  }

  void archive(HttpExchange exchange) throws IOException {
    Instant now = clock.wallTime();
    answer(
        exchange,
        "application/zip",
        () ->
            last(exchange, ARCHIVE)
                .flatMap(orderId -> book.inTransaction(page -> packed(page, orderId, now))));
  }

  private Optional<byte[]> packed(Page page, String orderId, Instant now) {
    return page.row("SELECT * FROM licence_order WHERE order_id=?", orderId)
        .map(order -> archive.pack(page, order, desk.document(order.text("content"), now), now));
  }

  private static Optional<String> last(HttpExchange exchange, String prefix) {
    String path = exchange.getRequestURI().getPath();
    return exchange.getRequestMethod().equals("GET") && path.startsWith(prefix)
        ? Optional.of(path.substring(prefix.length()))
        : Optional.empty();
  }

  private static void answer(HttpExchange exchange, String type, Supplier<Optional<byte[]>> content)
      throws IOException {
    try (exchange) {
      Optional<byte[]> found = attempted(content);
      byte[] body = found.orElseGet(() -> "not found".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseHeaders().set("Content-Type", found.isPresent() ? type : "text/plain");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(found.isPresent() ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
