package io.hall24.kiosk.journal;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Walks the whole chain while the terminal works, because a start walks only what came after the
 * last {@link VerifiedMark}: the first time a while after the start, then every day. Rests between
 * pages, so that nobody waits for it.
 */
final class Patrol implements AutoCloseable {
  private static final Duration AFTER_START = Duration.ofMinutes(2);
  private static final Duration EVERY = Duration.ofDays(1);
  private static final Duration REST = Duration.ofMillis(25);
  private final Path file;
  private final JournalIdentity identity;
  private final CryptoSuite suite;
  private final KeyVault vault;
  private final HallClock clock;
  private final Consumer<Damage> found;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * @param found is told of damage, on the patrol's thread
   */
  Patrol(
      Path file,
      JournalIdentity identity,
      CryptoSuite suite,
      KeyVault vault,
      HallClock clock,
      Consumer<Damage> found) {
    this.file = file;
    this.identity = identity;
    this.suite = suite;
    this.vault = vault;
    this.clock = clock;
    this.found = found;
    this.thread = Thread.ofPlatform().name("journal-patrol").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      clock.sleep(AFTER_START);
      while (!closing) {
        walk().ifPresent(found);
        clock.sleep(EVERY);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Damage> walk() throws InterruptedException {
    try (Sql sql = Database.forReading(file)) {
      var scan = new ChainScan(sql, identity, suite, Optional.of(vault));
      return switch (scan.walkAtLeisure(() -> clock.sleep(REST))) {
        case ChainScan.Found.Broken(long sequence, String why) ->
            Optional.of(new Damage(sequence, why));
        case ChainScan.Found.Intact _ ->
            JournalVerifier.brokenPages(sql).map(why -> new Damage(0, why));
      };
    } catch (JournalFailure failed) {
      return Optional.of(new Damage(0, failed.why()));
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
