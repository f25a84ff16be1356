package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the sandbox knows before anybody asks: invented people and their approved orders.
 *
 * @param orders JSON of the contract's schema {@code Order}; {@code pending} names all copies
 */
public record Seed(List<Holder> holders, List<String> orders) {
  private static final String ORDERS = "/io/hall24/kiosk/demo/orders/";
  private static final List<String> NAMES =
      List.of(
          "cha.json",
          "long-scope.json",
          "partnership.json",
          "studio.json",
          "workshop.json",
          "bookshop.json",
          "orchard.json",
          "branch.json",
          "clinic.json",
          "stall.json",
          "accountants.json");

  public Seed {
    holders = List.copyOf(holders);
    orders = List.copyOf(orders);
  }

  /**
   * An invented person.
   *
   * @param documentType {@code PASSPORT} or {@code RESIDENT_ID_CARD}
   * @param nationality three letters
   * @param clerkConfirmationNeeded whether a clerk has to confirm this person first
   * @param orderIds the orders that this person may collect
   */
  public record Holder(
      String documentType,
      String documentNumber,
      String nationality,
      LocalDate birth,
      boolean clerkConfirmationNeeded,
      List<String> orderIds) {
    public Holder {
      orderIds = List.copyOf(orderIds);
    }
  }

  /** The same, known by more people. */
  public Seed with(Holder holder) {
    List<Holder> more = new ArrayList<>(holders);
    more.add(holder);
    return new Seed(more, orders);
  }

  /** The shipped orders, and nobody who may collect them. */
  public static Seed ofShippedOrders() {
    return new Seed(List.of(), NAMES.stream().map(Seed::shipped).toList());
  }

  private static String shipped(String name) {
    try (var in = Objects.requireNonNull(Seed.class.getResourceAsStream(ORDERS + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The shipped orders and the default holder, who may collect them all. */
  public static Seed demo() {
    Seed shipped = ofShippedOrders();
    return shipped.with(
        new Holder(
            "PASSPORT", "L898902C3", "UTO", LocalDate.of(1974, 8, 12), false, shipped.orderIds()));
  }

  /** The ids of all orders. */
  public List<String> orderIds() {
    return orders.stream().map(order -> CanonicalJson.read(order).get("orderId").asText()).toList();
  }

  /** Writes what is not there yet; what happened since stays. */
  void into(Book.Page page) {
    for (String order : orders) {
      ObjectNode content = (ObjectNode) CanonicalJson.read(order);
      String orderId = content.get("orderId").asText();
      JsonNode copies = Objects.requireNonNull(content.remove("pending"), "pending");
      page.change(
          "INSERT OR IGNORE INTO licence_order VALUES (?,?,0)", orderId, content.toString());
      int place = 0;
      for (JsonNode copy : copies) {
        page.change(
            "INSERT OR IGNORE INTO copy(order_id, copy, place, spoiled) VALUES (?,?,?,0)",
            orderId,
            copy.asText(),
            place++);
      }
    }
    holders.forEach(holder -> into(page, holder));
  }

  private static void into(Book.Page page, Holder holder) {
    for (String orderId : holder.orderIds()) {
      page.change(
          "INSERT OR IGNORE INTO holder VALUES (?,?,?,?,?,?)",
          holder.documentType(),
          holder.documentNumber(),
          holder.nationality(),
          holder.birth().toString(),
          holder.clerkConfirmationNeeded() ? 1 : 0,
          orderId);
    }
  }
}
