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
 * @param agents who may collect for others
 * @param early cases that are still under review
 */
public record Seed(
    List<Holder> holders, List<String> orders, List<Agent> agents, List<Early> early) {
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
    agents = List.copyOf(agents);
    early = List.copyOf(early);
  }

  /** Nobody collects for others, and nothing is under review. */
  public Seed(List<Holder> holders, List<String> orders) {
    this(holders, orders, List.of(), List.of());
  }

  /**
   * Somebody whom a holder named in the registry.
   *
   * @param person the agent, who need not hold anything
   * @param orderId what they may collect
   * @param principal who named them, masked
   * @param until the last day
   */
  public record Agent(Holder person, String orderId, String principal, LocalDate until) {}

  /** A case of a person that is not approved yet. */
  public record Early(Holder person, String caseNumber) {}

  /** The same with somebody who may collect for others. */
  public Seed with(Agent agent) {
    List<Agent> more = new ArrayList<>(agents);
    more.add(agent);
    return new Seed(holders, orders, more, early);
  }

  /** The same with another order. */
  public Seed withOrder(String order) {
    List<String> more = new ArrayList<>(orders);
    more.add(order);
    return new Seed(holders, more, agents, early);
  }

  /** The same with a case under review. */
  public Seed with(Early more) {
    List<Early> all = new ArrayList<>(early);
    all.add(more);
    return new Seed(holders, orders, agents, all);
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

    /** What a person is known by. */
    String key() {
      return CollectorBook.key(documentType, documentNumber, nationality, birth.toString());
    }
  }

  /** The same, known by more people. */
  public Seed with(Holder holder) {
    List<Holder> more = new ArrayList<>(holders);
    more.add(holder);
    return new Seed(more, orders, agents, early);
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

  /** The shipped orders, the default holder, who may collect them all, and their agent. */
  public static Seed demo() {
    Seed shipped = ofShippedOrders();
    Holder holder =
        new Holder(
            "PASSPORT", "L898902C3", "UTO", LocalDate.of(1974, 8, 12), false, shipped.orderIds());
    Holder agent =
        new Holder("PASSPORT", "D23145890", "UTO", LocalDate.of(1988, 3, 4), false, List.of());
    Seed seed = shipped.with(holder).with(new Early(holder, "99999920261122000777"));
    for (String orderId : shipped.orderIds()) {
      seed = seed.with(new Agent(agent, orderId, "霍**", LocalDate.of(2099, 12, 31)));
    }
    return seed;
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
    agents.forEach(agent ->
        page.change(
            "INSERT OR IGNORE INTO agent VALUES (?,?,?,?)",
            agent.person().key(),
            agent.orderId(),
            agent.principal(),
            agent.until().toString()));
    early.forEach(one ->
        page.change(
            "INSERT OR IGNORE INTO early VALUES (?,?)", one.person().key(), one.caseNumber()));
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
