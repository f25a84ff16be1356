package io.hall24.kiosk.licence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Real fonts, the shipped forms and the invented orders, opened once for all tests. */
public final class PrintRoom {
  private static Optional<PaperFonts> opened = Optional.empty();

  public static final List<String> ORDERS =
      List.of(
          "cha",
          "studio",
          "long-scope",
          "partnership",
          "workshop",
          "bookshop",
          "orchard",
          "branch",
          "clinic",
          "stall",
          "accountants");

  private PrintRoom() {}

  /** All tests of this process draw on one thread. */
  public static synchronized PaperFonts fonts() {
    if (opened.isEmpty()) {
      opened = Optional.of(open());
    }
    return opened.get();
  }

  /** Where the fonts lie. */
  public static Path directory() {
    return Optional.ofNullable(System.getenv("HALL24_DATA"))
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache", "hall24"))
        .resolve("fonts");
  }

  private static PaperFonts open() {
    return switch (PaperFonts.open(directory())) {
      case PaperFonts.Opening.Opened ready -> ready.fonts();
      case PaperFonts.Opening.Missing missing ->
          throw new AssertionError("no font " + missing.file() + "; set HALL24_DATA");
    };
  }

  public static LicenceRenderer renderer() {
    return new LicenceRenderer(LicenceForms.shipped(), fonts());
  }

  /** The text of a file of the shipped forms. */
  static String shippedForm(String file) {
    try (InputStream in =
        LicenceForms.class.getResourceAsStream(
            "/io/hall24/config/forms/unofficial-sample-2019/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  public static String orderText(String name) {
    try (InputStream in =
        PrintRoom.class.getResourceAsStream("/io/hall24/kiosk/demo/orders/" + name + ".json")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  public static Order order(String name) {
    return switch (OrderJson.order(orderText(name))) {
      case OrderJson.Reading.Read<Order> read -> read.value();
      case OrderJson.Reading.Faulty<Order> faulty -> throw new AssertionError(faulty.problems());
    };
  }

  public static Pdf pdf(Rendering rendering) {
    if (rendering instanceof Rendering.Rendered rendered) {
      return rendered.pdf();
    }
    throw new AssertionError(rendering.toString());
  }

  public static Pdf overprint(String name) {
    Order order = order(name);
    return pdf(renderer().overprint(order.face(), order.pending().getFirst()));
  }

  /** The face of the first order with some items replaced. */
  public static LicenceFace face(Map<FaceItem, String> replaced) {
    LicenceFace face = order("cha").face();
    var items = new EnumMap<FaceItem, String>(face.items());
    items.putAll(replaced);
    return with(face, items, face.qr());
  }

  public static LicenceFace with(LicenceFace face, Map<FaceItem, String> items, String qr) {
    return new LicenceFace(
        face.entityType(),
        face.uscc(),
        items,
        qr,
        face.authority(),
        face.issueDate(),
        face.licenceNumber());
  }
}
