package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.supervision.DeviceThread;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import io.hall24.kiosk.licence.PaperFonts;
import io.hall24.kiosk.licence.Rendering;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Gives out electronic licences: an address that nobody can guess to a terminal, and the signed
 * document to whoever opens that address in time.
 */
final class ElectronicDesk implements AutoCloseable {
  private static final int VALID_SECONDS = 600;
  private static final int TOKEN_BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private final DeviceThread thread = new DeviceThread("sandbox-press");
  private final Optional<Path> fonts;
  private final ElectronicSeal seal;
  private Optional<LicenceRenderer> renderer = Optional.empty();

  /**
   * @param fonts directory of the fonts, read when the first document is drawn; without it there
   *     are no electronic licences
   */
  ElectronicDesk(Optional<Path> fonts, RegistryKey key) {
    this.fonts = fonts;
    this.seal = key.seal();
  }

  X509Certificate certificate() {
    return seal.certificate();
  }

  /** Answers a terminal. */
  Reply pickUp(Page page, JsonNode request, URI registry, Instant now) {
    String orderId = request.get("orderId").asText();
    Optional<Row> order = page.row("SELECT * FROM licence_order WHERE order_id=?", orderId);
    if (fonts.isEmpty() || order.filter(row -> row.number("held") == 0).isEmpty()) {
      return Reply.problem(404, "NOT_FOUND", "no such order, or it is held, or no fonts");
    }
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    page.change(
        "INSERT INTO pick_up VALUES (?,?,?)",
        token,
        orderId,
        now.plusSeconds(VALID_SECONDS).toEpochMilli());
    ObjectNode answer = CanonicalJson.MAPPER.createObjectNode();
    return Reply.of(
        "PickUpAnswer",
        answer
            .put("url", registry.resolve("/pick-up/" + token).toString())
            .put("validForSeconds", VALID_SECONDS));
  }

  /** The order's content that an address stands for, as long as it is valid. */
  static Optional<String> orderOf(Page page, String token, Instant now) {
    return page.row(
            "SELECT * FROM pick_up NATURAL JOIN licence_order WHERE token=? AND until>? AND held=0",
            token,
            now.toEpochMilli())
        .map(row -> row.text("content"));
  }

  /** The signed electronic form of an order. */
  byte[] document(String content, Instant now) {
    byte[] pdf = thread.submit(() -> draw(content)).join();
    return seal.sign(pdf, now);
  }

  private byte[] draw(String content) {
    ObjectNode order = (ObjectNode) CanonicalJson.read(content);
    order.putArray("pending");
    if (!(OrderJson.order(order.toString()) instanceof OrderJson.Reading.Read<Order>(var read))) {
      throw new IllegalStateException("an order of the seed is faulty");
    }
    return switch (renderer().electronicSample(read.face(), new Copy.Original())) {
      case Rendering.Rendered(var pdf) -> pdf.bytes();
      case Rendering refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private LicenceRenderer renderer() {
    if (renderer.isEmpty()) {
      renderer =
          Optional.of(
              switch (PaperFonts.open(fonts.orElseThrow())) {
                case PaperFonts.Opening.Opened(var opened) ->
                    new LicenceRenderer(LicenceForms.shipped(), opened);
                case PaperFonts.Opening.Missing(var file) ->
                    throw new IllegalStateException("no font " + file);
              });
    }
    return renderer.get();
  }

  @Override
  public void close() {
    thread.close();
  }
}
