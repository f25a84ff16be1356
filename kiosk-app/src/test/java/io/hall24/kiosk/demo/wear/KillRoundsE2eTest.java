package io.hall24.kiosk.demo.wear;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * pcscd, the virtual card, ippeveprinter and socat, killed twenty times each at seeded moments,
 * while four supervised devices go on beside one another. One round of twenty may miss its time, as
 * this machine may have to do something else just then; none may miss it three times over.
 */
@Tag("e2e")
@Timeout(240)
class KillRoundsE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final long SEED = 24;
  private static final int ROUNDS = 20;
  private static final Duration SHOWN = Duration.ofSeconds(2);
  private static final Duration WORKING = Duration.ofSeconds(5);

  @TempDir Path world;

  @Test
  void whateverIsKilledShowsAndComesBack() throws Exception {
    try (var lanes = Executors.newCachedThreadPool();
        CardTable table = CardTable.set(room("cards"), CLOCK, SEED);
        Victim first = PrinterVictim.start(room("first-printer"), CLOCK, SEED);
        Victim second = PrinterVictim.start(room("second-printer"), CLOCK, SEED + 1);
        Victim line = LineVictim.lay(room("line"), CLOCK, SEED)) {
      var all =
          lanes.invokeAll(
              List.<Callable<List<String>>>of(
                  () -> late(table.daemon(), ROUNDS, table.document(), ROUNDS),
                  () -> late(first, ROUNDS / 2),
                  () -> late(second, ROUNDS / 2),
                  () -> late(line, ROUNDS)));
      assertAll(
          all.stream()
              .map(lane ->
                  () -> {
                    List<String> late = result(lane);
                    assertTrue(late.isEmpty(), late::toString);
                  }));
    }
  }

  private Path room(String name) throws IOException {
    return Files.createDirectory(world.resolve(name));
  }

  private static List<String> result(Future<List<String>> lane)
      throws ExecutionException, InterruptedException {
    return lane.get();
  }

  private static List<String> late(Victim one, int rounds, Victim other, int more)
      throws Exception {
    List<String> late = new ArrayList<>(late(one, rounds));
    late.addAll(late(other, more));
    return late;
  }

  /** What was not in time. */
  private static List<String> late(Victim victim, int rounds) throws Exception {
    var done = new KillRounds(SEED, CLOCK).run(victim, rounds, _ -> {});
    List<String> late = new ArrayList<>(misses(victim, done, 3));
    List<String> once = misses(victim, done, 1);
    if (once.size() > 1) {
      late.addAll(once);
    }
    return late;
  }

  private static List<String> misses(Victim victim, List<KillRounds.Round> rounds, int times) {
    return rounds.stream()
        .filter(round ->
            round.shown().compareTo(SHOWN.multipliedBy(times)) > 0
                || round.working().compareTo(WORKING.multipliedBy(times)) > 0)
        .map(round -> victim.name() + " " + round)
        .toList();
  }
}
