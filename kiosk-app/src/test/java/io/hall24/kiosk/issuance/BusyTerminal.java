package io.hall24.kiosk.issuance;

import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that is a terminal on a busy day: brings on what was left open, then serves one person
 * after the other, until its parent kills it.
 *
 * <p>Arguments: directory of the town, address of the registry, file with its trust anchor, seed,
 * and after how many moments it stops dead (0: never). Says {@code UP} when it serves, {@code AT}
 * when it stands still, {@code END} after its last visit.
 */
final class BusyTerminal {
  private static final int VISITS = 6;
  private static final List<Scenario> SCENARIOS = List.of(Scenario.values());
  private static final Duration FOR_EVER = Duration.ofMinutes(10);
  private final Random random;
  private final Town.Equipped town;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final AtomicInteger moments = new AtomicInteger();
  private final int fatal;

  private BusyTerminal(Path directory, long seed, int fatal) {
    this.random = new Random(seed);
    this.town = new Town.Equipped(new Mechanics(directory.resolve("mechanics")));
    this.fatal = fatal;
  }

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    new BusyTerminal(directory, Long.parseLong(arguments[3]), Integer.parseInt(arguments[4]))
        .run(new TerminalPlace(directory, arguments[1], Files.readString(Path.of(arguments[2]))));
  }

  private void run(TerminalPlace place) throws Exception {
    boolean patient = random.nextInt(4) > 0;
    Duration collecting = patient ? Duration.ofSeconds(30) : Duration.ofMillis(150);
    try (Terminal terminal = Terminal.start(place, collecting, this::reached);
        var _ = Citizen.perhapsBefore(town.mechanics(), patient)) {
      terminal.desk().recover();
      terminal.learnAnnouncements();
      out.println("UP");
      for (int visit = 0; visit < VISITS; visit++) {
        serve(terminal);
      }
      out.println("END");
    }
  }

  private void serve(Terminal terminal) throws Exception {
    Order order = Town.orders().get(random.nextInt(Town.orders().size()));
    Copy copy = order.pending().get(random.nextInt(order.pending().size()));
    List<AnnouncedLedger.Held> held = terminal.announced().held();
    if (!held.isEmpty() && random.nextBoolean()) {
      Ticket announced = held.get(random.nextInt(held.size())).ticket();
      copy = announced.copy();
      order =
          Town.orders().stream()
              .filter(it -> it.orderId().equals(announced.orderId()))
              .findFirst()
              .orElseThrow();
    }
    Scenario trouble =
        random.nextInt(5) > 0
            ? Scenario.COLLECTED
            : SCENARIOS.get(random.nextInt(SCENARIOS.size()));
    trouble.plant(town);
    try {
      terminal.desk().await(terminal.desk().begin(order, copy));
      terminal.desk().settle();
    } finally {
      Scenario.repair(town);
    }
  }

  private void reached(String moment) {
    if (moments.incrementAndGet() == fatal) {
      out.println("AT " + moment);
      try {
        HallClock.system().sleep(FOR_EVER);
      } catch (InterruptedException ends) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
