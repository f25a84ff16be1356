package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.Faults;
import io.hall24.kiosk.demo.registry.Faults.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Terminals serve people over a bad network and are killed again and again, at a random moment or a
 * random time; after every kill the four records must agree, and in the end no copy has two valid
 * licences.
 *
 * <p>Properties, for the long form: {@code hall24.kill.seed}, {@code hall24.kill.rounds} (towns, of
 * {@value #KILLS} kills each). A town's seed is the seed plus its number.
 */
@Tag("fault")
class RandomKillTest {
  private static final long SEED = Long.getLong("hall24.kill.seed", 20261122);
  private static final int TOWNS = Integer.getInteger("hall24.kill.rounds", 2);
  private static final int KILLS = 5;
  private static final int AT_ONCE = 2;

  /** So many towns make a start-up cache worth its while. */
  private static final int MANY = 10;

  private static final Duration ANNOUNCED_FOR = Duration.ofMinutes(10);
  private static final int MOMENTS = 260;
  private static final Duration LONGEST_LIFE = Duration.ofMillis(2500);
  @TempDir Path directory;

  /** What a town has to tell. */
  private record Report(long seed, int kills, int licences, List<String> complaints) {}

  /** The town that went wrong, and where: for whoever repeats its seed. */
  private static String told(long seed, Throwable broken) {
    var stack = new StringWriter();
    broken.printStackTrace(new PrintWriter(stack));
    return "seed " + seed + ": " + stack;
  }

  @Test
  void noKillAtAnyTimeLeavesTwoValidLicencesALostEventOrAnUnexplainedSheet() throws Exception {
    List<Report> reports = new ArrayList<>();
    ChildJvm jvm = jvm();
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Report>> towns =
          IntStream.range(0, TOWNS)
              .<Callable<Report>>mapToObj(i -> () -> town(jvm, SEED + i))
              .toList();
      for (Future<Report> future : workers.invokeAll(towns)) {
        reports.add(future.get());
      }
    }
    int kills = reports.stream().mapToInt(Report::kills).sum();
    int licences = reports.stream().mapToInt(Report::licences).sum();
    System.out.println(
        kills + " kills in " + TOWNS + " towns, " + licences + " licences issued, seed " + SEED);
    assertEquals(
        List.of(), reports.stream().filter(report -> !report.complaints().isEmpty()).toList());
    assertTrue(kills >= TOWNS * KILLS / 2, "only " + kills + " kills");
  }

  private Report town(ChildJvm jvm, long seed) throws Exception {
    var random = new Random(seed);
    List<String> complaints = new ArrayList<>();
    int kills = 0;
    Path place = Files.createDirectories(directory.resolve("town-" + seed));
    try (Town town = Town.found(place)) {
      Path anchor = Files.writeString(place.resolve("anchor.jwk"), town.registry().trustAnchor());
      try (Terminal terminal = start(town)) {
        terminal.loadStock();
      }
      for (int round = 0; round < KILLS; round++) {
        town.registry().misbehave(badNetwork().seeded(random.nextLong()));
        if (random.nextBoolean()) {
          town.announce(Town.orders().get(random.nextInt(Town.orders().size())), ANNOUNCED_FOR);
        }
        kills += killed(jvm, town, place, anchor, random) ? 1 : 0;
        town.registry().misbehave(Faults.NONE);
        if (random.nextInt(4) == 0) {
          town.mechanics().take();
        }
        String when = "seed " + seed + ", kill " + round;
        judged(town, when, complaints);
      }
      int licences =
          Town.orders().stream()
              .mapToInt(order ->
                  order.pending().stream()
                      .mapToInt(copy -> town.registry().validLicences(order.orderId(), copy.code()))
                      .sum())
              .sum();
      Report report = new Report(seed, kills, licences, complaints);
      System.out.println(report);
      return report;
    } catch (Exception | AssertionError broken) {
      complaints.add(told(seed, broken));
      return new Report(seed, kills, 0, complaints);
    }
  }

  private static Faults badNetwork() {
    return Faults.NONE
        .with(Fault.DROP_BEFORE, 0.05)
        .with(Fault.DROP_AFTER, 0.05)
        .with(Fault.DUPLICATE, 0.1)
        .with(Fault.UNAVAILABLE, 0.03);
  }

  private static Terminal start(Town town) throws InterruptedException {
    return Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), Moments.ignored());
  }

  private static ProcessBuilder program(
      ChildJvm jvm, Town town, Path place, Path anchor, long seed, int fatal) {
    return jvm.program(
        BusyTerminal.class,
        place.resolve("terminal.log"),
        place.toString(),
        town.registry().url().toString(),
        anchor.toString(),
        String.valueOf(seed),
        String.valueOf(fatal));
  }

  private ChildJvm jvm() throws Exception {
    return TOWNS < MANY
        ? ChildJvm.plain()
        : ChildJvm.warm(Files.createDirectories(directory.resolve("jvm")), this::servesOnce);
  }

  /** A day without a kill. */
  private void servesOnce(ChildJvm jvm) throws Exception {
    Path place = Files.createDirectories(directory.resolve("first-town"));
    try (Town town = Town.found(place)) {
      Path anchor = Files.writeString(place.resolve("anchor.jwk"), town.registry().trustAnchor());
      try (Terminal terminal = start(town)) {
        terminal.loadStock();
      }
      Process process =
          program(jvm, town, place, anchor, SEED, 0)
              .redirectOutput(place.resolve("out.log").toFile())
              .start();
      assertEquals(0, process.waitFor(), Files.readString(place.resolve("terminal.log")));
    }
  }

  /** Starts a terminal and kills it; false when it had ended by itself before. */
  private static boolean killed(ChildJvm jvm, Town town, Path place, Path anchor, Random random)
      throws IOException, InterruptedException {
    boolean atMoment = random.nextInt(3) > 0;
    int fatal = atMoment ? 1 + random.nextInt(MOMENTS) : 0;
    long life = (long) (random.nextDouble() * LONGEST_LIFE.toMillis());
    boolean networkLost = random.nextInt(3) == 0;
    Process process = program(jvm, town, place, anchor, random.nextLong(), fatal).start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("AT") && !line.equals("END")) {
        if (line.equals("UP") && networkLost) {
          town.registry().misbehave(Faults.NONE.with(Fault.DROP_BEFORE, 1));
        }
        if (line.equals("UP") && !atMoment) {
          HallClock.system().sleep(Duration.ofMillis(life));
          break;
        }
        line = lines.readLine();
      }
      process.destroyForcibly();
      process.waitFor();
      return line != null && !line.equals("END");
    }
  }

  /** Starts again, judges, lets staff do their part, and judges again. */
  private static void judged(Town town, String when, List<String> complaints) throws Exception {
    Scenario.repair(town);
    try (Terminal terminal = start(town)) {
      terminal.desk().recover();
      agree(town, terminal, when + ", after the restart", complaints);
      new Technician(town, terminal).tidyUp();
      agree(town, terminal, when + ", after staff", complaints);
    }
  }

  private static void agree(Town town, Terminal terminal, String when, List<String> complaints)
      throws InterruptedException, IOException {
    terminal.learnAnnouncements();
    terminal.desk().settle();
    terminal.sendEverything();
    Judge.complaints(town, terminal).forEach(complaint -> complaints.add(when + ": " + complaint));
  }
}
