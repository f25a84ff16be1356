package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What stays when a terminal loses its power: the registry, the paper, and the terminal's disk. */
final class Town implements AutoCloseable {
  static final Copy ORIGINAL = new Copy.Original();
  static final Copy DUPLICATE = new Copy.Duplicate("1-1");
  static final int SHEETS = 6;
  private final Path directory;
  private final SandboxRegistry registry;

  private Town(Path directory, SandboxRegistry registry) {
    this.directory = directory;
    this.registry = registry;
  }

  /** A registry with the shipped orders, and trays with sheets A000001.. and B000001... */
  static Town found(Path directory) throws IOException {
    var mechanics = new Mechanics(directory.resolve("mechanics"));
    for (Medium medium : Medium.values()) {
      for (int sheet = 1; sheet <= SHEETS; sheet++) {
        mechanics.load(
            medium, number(medium, sheet).text(), "stock".getBytes(StandardCharsets.UTF_8));
      }
    }
    var registry =
        SandboxRegistry.start(directory.resolve("registry.db"), 0, Seed.demo(), HallClock.system());
    return new Town(directory, registry);
  }

  static SheetNumber number(Medium medium, int sheet) {
    String letter = medium == Medium.A3 ? "ZB" : "FB";
    return new SheetNumber(letter + String.format(Locale.ROOT, "%06d", sheet));
  }

  static SheetRange firstLoad(Medium medium) {
    return new SheetRange(number(medium, 1), number(medium, SHEETS));
  }

  /** The first of the shipped orders: an original and a duplicate. */
  static Order order() {
    return orders().getFirst();
  }

  /**
   * The holder of all orders announces a visit.
   *
   * @return the issuances that the registry has granted beforehand
   */
  List<String> announce(Order order, Duration within) {
    return registry.announce(
        Terminal.ID, Seed.demo().holders().getFirst(), order.orderId(), within);
  }

  /** All shipped orders. */
  static List<Order> orders() {
    return Seed.ofShippedOrders().orders().stream().map(Town::order).toList();
  }

  private static Order order(String json) {
    return switch (OrderJson.order(json)) {
      case OrderJson.Reading.Read<Order>(Order order) -> order;
      case OrderJson.Reading.Faulty<Order>(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  /**
   * The paper path, which a terminal's own process can break and mend too.
   *
   * @param mechanics of the town
   */
  record Equipped(Mechanics mechanics) {
    FolderPrinter printer() {
      return new FolderPrinter(mechanics, Moments.ignored());
    }
  }

  Equipped equipped() {
    return new Equipped(mechanics());
  }

  SandboxRegistry registry() {
    return registry;
  }

  Mechanics mechanics() {
    return new Mechanics(directory.resolve("mechanics"));
  }

  FolderPrinter printer() {
    return new FolderPrinter(mechanics(), Moments.ignored());
  }

  /** Where a terminal of this town keeps what it needs. */
  TerminalPlace terminal() {
    return new TerminalPlace(directory, registry.url().toString(), registry.trustAnchor());
  }

  @Override
  public void close() {
    registry.close();
  }
}
