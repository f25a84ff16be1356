package io.hall24.kiosk.demo.wear;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Rounds of killing, each at a moment that a seed decides, half of them amid work. */
public final class KillRounds {
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int LATEST_MS = 300;
  private static final int LONGEST_DOWN_MS = 400;

  private final HallClock clock;
  private final Random random;

  /**
   * Rounds.
   *
   * @param seed repeats their moments
   */
  public KillRounds(long seed, HallClock clock) {
    this.clock = clock;
    this.random = new Random(seed);
  }

  /**
   * One round.
   *
   * @param shown from the kill until the terminal shows it
   * @param working from the program's return until the device works again
   */
  public record Round(Duration shown, Duration working) {}

  /**
   * Performs them.
   *
   * @param afterEach is told of every round
   * @throws IOException when the device does not notice, or does not come back, within half a
   *     minute
   */
  public List<Round> run(Victim victim, int rounds, Consumer<Round> afterEach)
      throws IOException, InterruptedException {
    List<Round> done = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Round round = round(victim, i);
      done.add(round);
      afterEach.accept(round);
    }
    return done;
  }

  private Round round(Victim victim, int number) throws IOException, InterruptedException {
    var over = new AtomicBoolean();
    Thread work =
        random.nextBoolean() ? Thread.ofVirtual().start(() -> work(victim, over)) : new Thread();
    clock.sleep(Duration.ofMillis(random.nextInt(LATEST_MS)));
    long killed = clock.nanoTime();
    victim.kill();
    Duration shown = until(victim::isSeenGone, killed, victim.name() + " not seen gone", number);
    over.set(true);
    work.join();
    clock.sleep(Duration.ofMillis(random.nextInt(LONGEST_DOWN_MS)));
    victim.bringBack();
    long back = clock.nanoTime();
    return new Round(
        shown, until(victim::works, back, victim.name() + " does not work again", number));
  }

  private static void work(Victim victim, AtomicBoolean over) {
    try {
      while (!over.get()) {
        var _ = victim.works();
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something that becomes true. */
  private interface Condition {
    boolean holds() throws InterruptedException;
  }

  private Duration until(Condition condition, long since, String otherwise, int number)
      throws IOException, InterruptedException {
    Patience patience = Patience.of(LONGEST, clock);
    while (!condition.holds()) {
      if (!patience.pause(LOOK)) {
        throw new IOException("round " + number + ": " + otherwise);
      }
    }
    return Duration.ofNanos(clock.nanoTime() - since);
  }
}
