package io.hall24.kiosk.app;

import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.demo.registry.Faults;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.gateway.Enrolment;
import io.hall24.kiosk.gateway.JournalUpload.UploadOutcome;
import io.hall24.kiosk.gateway.NetworkState;
import io.hall24.kiosk.gateway.RegistryLink;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.gateway.TrustAnchor;
import io.hall24.kiosk.gateway.Uploader;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.journey.VisitEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A durable append beside a bare insert, and beside one that another thread does, as the journal's
 * own thread must, in an empty journal and in a long one; how long a start takes with a long one;
 * and the long one drained exactly once through a bad registry.
 */
final class JournalBench implements Benchmark {
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final int QUEUED = 100_000;
  private static final int APPENDS = 1_500;

  /** Salt, payload, nonce and tag of the event that is appended. */
  private static final int SEALED_BYTES = 110;

  private static final int STARTS = 7;
  private static final int FILLED_AT_ONCE = 500;
  private static final String TERMINAL = "H24-BENCH-0001";
  private static final Duration DRAINING = Duration.ofHours(2);

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public String summary() {
    return "durable appends, a start and an upload with many queued events (--size, default "
        + QUEUED
        + ")";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen, IOException, InterruptedException {
    var place = new Places(setting.scratch(), setting.clock());
    int queued = setting.size().orElse(QUEUED);
    List<Timing> timings = new ArrayList<>();
    List<Criterion> criteria = new ArrayList<>();
    setting.progress().accept("queueing " + queued + " events");
    try (Journal full = place.journal("full")) {
      fill(full, queued);
      setting.progress().accept("appending");
      appends(place, full, timings, criteria);
    }
    setting.progress().accept("starting");
    Timing start = starts(place, queued);
    timings.add(start);
    criteria.add(new Criterion("a start with " + queued + " queued, ms (p95)", start.p95(), 1000));
    try (Journal full = place.journal("full")) {
      drain(place, full, setting, timings, criteria);
    }
    return new Findings(timings, criteria);
  }

  private static VisitEvent.Started event() {
    return new VisitEvent.Started(UUID.randomUUID().toString());
  }

  private static void fill(Journal journal, int queued) throws CannotOpen {
    for (int done = 0; done < queued; done += FILLED_AT_ONCE) {
      int now = Math.min(FILLED_AT_ONCE, queued - done);
      recorded(journal.appendAll(IntStream.range(0, now).mapToObj(i -> event()).toList()));
    }
  }

  private static void recorded(AppendResult<?> result) throws CannotOpen {
    if (result instanceof AppendResult.NotRecorded<?>(var reason, var detail)) {
      throw new CannotOpen("not recorded: " + reason + " " + detail, "free the disk");
    }
  }

  /** Something that is measured beside others. */
  private interface Step {
    void take() throws CannotOpen;
  }

  /**
   * One of each in turn, beginning with another each time, so that the disk's moods meet all; as
   * many again before, not counted, until the compiler has seen them.
   */
  private static void appends(
      Places place, Journal full, List<Timing> timings, List<Criterion> criteria)
      throws CannotOpen {
    Random random = new Random(1);
    try (Journal fresh = place.journal("empty");
        var inserts = BareInserts.into(place.scratch().resolve("bare.db"), SEALED_BYTES);
        var handed = BareInserts.into(place.scratch().resolve("handed.db"), SEALED_BYTES);
        var thread = Executors.newSingleThreadExecutor()) {
      List<List<Long>> taken =
          inTurn(
              List.of(
                  () -> inserts.insert(random),
                  () -> CompletableFuture.runAsync(() -> handed.insert(random), thread).join(),
                  () -> recorded(fresh.append(event())),
                  () -> recorded(full.append(event()))),
              (int) Math.min(APPENDS, full.head().sequence()),
              place.clock());
      Timing floor = Timing.of("bare sqlite-jdbc insert (floor)", taken.get(0));
      Timing waited = Timing.of("the same insert, waited for on another thread", taken.get(1));
      Timing empty = Timing.of("durable append, empty journal", taken.get(2));
      Timing many = Timing.of("durable append, long journal", taken.get(3));
      timings.addAll(List.of(floor, waited, empty, many));
      criteria.add(new Criterion("append / bare insert (medians)", empty.ratioTo(floor), 1.2));
      criteria.add(new Criterion("append, long / empty (medians)", many.ratioTo(empty), 1.2));
    }
  }

  private static List<List<Long>> inTurn(List<Step> steps, int turns, HallClock clock)
      throws CannotOpen {
    List<List<Long>> taken = steps.stream().<List<Long>>map(step -> new ArrayList<>()).toList();
    for (int turn = -turns; turn < turns; turn++) {
      for (int i = 0; i < steps.size(); i++) {
        int which = Math.floorMod(turn + i, steps.size());
        long begin = clock.nanoTime();
        steps.get(which).take();
        if (turn >= 0) {
          taken.get(which).add(clock.nanoTime() - begin);
        }
      }
    }
    return taken;
  }

  private static Timing starts(Places place, int queued) throws CannotOpen {
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long begin = place.clock().nanoTime();
      try (Journal _ = place.journal("full")) {
        taken.add(place.clock().nanoTime() - begin);
      }
    }
    return Timing.of("opening a journal with " + queued + " queued", taken);
  }

  /** Through a registry that drops a tenth of the calls and hears another tenth twice. */
  private static void drain(
      Places place,
      Journal journal,
      Setting setting,
      List<Timing> timings,
      List<Criterion> criteria)
      throws CannotOpen, IOException, InterruptedException {
    HallClock clock = place.clock();
    try (SandboxRegistry registry =
            SandboxRegistry.start(place.scratch().resolve("registry.db"), 0, Seed.demo(), clock);
        RegistryLink link = place.link(registry)) {
      place.enrol(link, journal);
      registry.misbehave(
          Faults.NONE
              .with(Faults.Fault.DROP_BEFORE, 0.05)
              .with(Faults.Fault.DROP_AFTER, 0.05)
              .with(Faults.Fault.DUPLICATE, 0.1)
              .seeded(7));
      var uploader = new Uploader(link, journal);
      long head = journal.head().sequence();
      long begin = clock.nanoTime();
      Patience patience = Patience.of(DRAINING, clock);
      while (journal.acknowledged() < head && !patience.isOver()) {
        if (uploader.bringUpTo(head, patience) instanceof UploadOutcome.Fork fork) {
          throw new IllegalStateException("a fork: " + fork);
        }
        setting.progress().accept("acknowledged " + journal.acknowledged() + " of " + head);
      }
      double seconds = (clock.nanoTime() - begin) / 1e9;
      timings.add(
          Timing.of(
              "draining " + head + " events, by event", List.of((long) (seconds * 1e9 / head))));
      criteria.add(new Criterion("events not there exactly once", wrong(registry, journal), 0));
    }
  }

  private static long wrong(SandboxRegistry registry, Journal journal) {
    List<Long> known =
        registry.events(journal.head().journalId()).stream()
            .map(SandboxRegistry.KnownEvent::sequence)
            .toList();
    List<Long> expected = LongStream.rangeClosed(1, journal.head().sequence()).boxed().toList();
    long missing =
        LongStream.range(0, expected.size())
            .filter(i -> i >= known.size() || !known.get((int) i).equals(expected.get((int) i)))
            .count();
    return missing + Math.max(0, known.size() - expected.size());
  }

  /** Where everything of one run lies. */
  private record Places(Path scratch, HallClock clock) {
    private static final String PASSPHRASE = "bench";

    KeyVault vault(String name) throws CannotOpen {
      Path keys = scratch.resolve(name).resolve("keys");
      VaultOpening opening = KeyVault.open(keys, PASSPHRASE.toCharArray(), SUITE);
      if (opening instanceof VaultOpening.Missing) {
        opening = KeyVault.create(keys, PASSPHRASE.toCharArray(), SUITE);
      }
      if (opening instanceof VaultOpening.Opened(KeyVault vault)) {
        return vault;
      }
      throw new CannotOpen("no keys: " + opening, "free the disk");
    }

    Journal journal(String name) throws CannotOpen {
      OpenResult result =
          Journal.open(
              JournalPlace.in(scratch.resolve(name)),
              SUITE,
              vault(name),
              TERMINAL,
              TerminalRecord.codecs(),
              TerminalRecord.projections(),
              clock);
      if (result instanceof OpenResult.Opened(Journal journal)) {
        return journal;
      }
      throw new CannotOpen("no journal: " + result, "free the disk");
    }

    RegistryLink link(SandboxRegistry registry) {
      return new RegistryLink(
          registry.url(),
          TERMINAL,
          new StatementVerifier(
              SUITE, List.of(TrustAnchor.ofJwk(registry.trustAnchor()).orElseThrow())),
          new RegistryTime(Instant.EPOCH, clock),
          new NetworkState(new StatusBoard(clock)),
          clock);
    }

    void enrol(RegistryLink link, Journal journal) throws CannotOpen, InterruptedException {
      var outcome =
          new Enrolment(link)
              .enrol(
                  journal.head().journalId(),
                  vault("full").signingKey().verification(),
                  true,
                  Optional.empty(),
                  Patience.of(Duration.ofSeconds(30), clock));
      if (!(outcome instanceof Enrolment.Outcome.Enrolled)) {
        throw new CannotOpen("not enrolled: " + outcome, "this is a mistake of the program");
      }
    }
  }
}
