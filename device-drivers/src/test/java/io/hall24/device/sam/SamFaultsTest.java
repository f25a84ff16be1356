package io.hall24.device.sam;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader whose plug is pulled, or whose power fails, at any moment: idle, while a card is
 * awaited, while one is read. Its state must say so within 2 s, and it must read again within 5 s
 * of its return, every time, without leaving a thread or an open file behind.
 */
@Tag("fault")
final class SamFaultsTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final int LANES = 4;
  private static final int ROUNDS = 5;
  private static final Duration NOTICED = Duration.ofSeconds(2);
  private static final Duration BACK = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void everyLossIsNoticedAndEveryReturnIsUsed() throws Exception {
    List<Duration> noticed = Collections.synchronizedList(new ArrayList<>());
    List<Duration> back = Collections.synchronizedList(new ArrayList<>());
    rounds(1, 1, 0, new ArrayList<>(), new ArrayList<>());
    int files = openFiles();
    int threads = Thread.activeCount();

    rounds(LANES, ROUNDS, 7, noticed, back);

    assertAll(
        () -> assertEquals(LANES * ROUNDS, noticed.size()),
        () -> assertTrue(longest(noticed).compareTo(NOTICED) <= 0, () -> "noticed: " + noticed),
        () -> assertTrue(longest(back).compareTo(BACK) <= 0, () -> "back: " + back),
        () -> await(LONG, () -> Thread.activeCount() <= threads),
        () -> assertTrue(openFiles() <= files, "more open files than the " + files + " before"));
  }

  private void rounds(int lanes, int rounds, long seed, List<Duration> noticed, List<Duration> back)
      throws Exception {
    try (var executor = Executors.newFixedThreadPool(lanes)) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < lanes; i++) {
        int lane = i;
        work.add(() -> lane(lane, rounds, new Random(seed + lane), noticed, back));
      }
      for (var done : executor.invokeAll(work)) {
        assertTrue(done.get());
      }
    }
  }

  private boolean lane(
      int number, int rounds, Random random, List<Duration> noticed, List<Duration> back)
      throws IOException, InterruptedException {
    String name = "reader-" + number;
    Path port = directory.resolve(name);
    StatusBoard board = new StatusBoard(CLOCK);
    try (SamSimulator simulator = SamSimulator.plugIn(port, CLOCK);
        SupervisedDevice<IdentityDocumentReader> reader = reader(name, port, board, random)) {
      var _ = reader.wake();
      for (int round = 0; round < rounds; round++) {
        simulator.lay(Cards.resident());
        readAgain(reader);
        Work work = Work.values()[random.nextInt(Work.values().length)];
        // A module that has lost its power looks like one that reads a card, until its time is
        // over.
        boolean plug = work == Work.READING || random.nextBoolean();
        Thread busy = occupy(simulator, reader, work);
        CLOCK.sleep(Duration.ofMillis(random.nextInt(300)));
        long cut = CLOCK.nanoTime();
        if (plug) {
          simulator.unplug();
        } else {
          simulator.powerOff();
        }
        Set<DeviceState> right =
            plug ? Set.of(DeviceState.OFFLINE, DeviceState.NO_DEVICE) : Set.of(DeviceState.OFFLINE);
        await(LONG, () -> right.contains(board.of(reader.id()).orElseThrow().state()));
        noticed.add(since(cut));
        busy.join();
        CLOCK.sleep(Duration.ofMillis(random.nextInt(400)));
        simulator.readingTakes(Duration.ZERO);
        simulator.lift();
        long returned = CLOCK.nanoTime();
        if (plug) {
          simulator.plugIn();
        } else {
          simulator.powerOn();
        }
        simulator.lay(Cards.resident());
        readAgain(reader);
        back.add(since(returned));
        simulator.lift();
      }
    }
    return true;
  }

  private static SupervisedDevice<IdentityDocumentReader> reader(
      String name, Path port, StatusBoard board, Random random) {
    SamDriver driver = new SamDriver();
    var settings = driver.settings().resolve(Map.of("port", port.toString()));
    return new SupervisedDevice<>(
        (IdentityDocumentReader) driver.create(new DeviceId(name), settings, CLOCK),
        board,
        CLOCK,
        random);
  }

  private enum Work {
    IDLE,
    WAITING,
    READING
  }

  /** What the reader is at when it is lost. */
  private static Thread occupy(
      SamSimulator simulator, SupervisedDevice<IdentityDocumentReader> reader, Work work) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            switch (work) {
              case IDLE -> {}
              case WAITING -> {
                simulator.lift();
                var _ = reader.call(LONG, IdentityDocumentReader::awaitDocument);
              }
              case READING -> {
                simulator.readingTakes(Duration.ofSeconds(2));
                simulator.lay(Cards.resident());
                var _ = readOnce(reader);
              }
            }
          } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void readAgain(SupervisedDevice<IdentityDocumentReader> reader)
      throws InterruptedException {
    Patience patience = Patience.of(LONG, CLOCK);
    while (!Cards.NUMBER.equals(readOnce(reader).orElse("")) && !patience.isOver()) {
      CLOCK.sleep(Duration.ofMillis(20));
    }
    assertTrue(!patience.isOver(), "it reads again");
  }

  private static Optional<String> readOnce(SupervisedDevice<IdentityDocumentReader> reader)
      throws InterruptedException {
    if (!(reader.call(LONG, IdentityDocumentReader::awaitDocument) instanceof Attempt.Done)) {
      return Optional.empty();
    }
    try (ErasableMemory memory = new ErasableMemory()) {
      DocumentReading reading =
          reader.<DocumentReading>ask(
              LONG,
              (device, patience) -> device.read(new AccessKey.None(), memory, patience),
              DocumentReading.Failed::new);
      return reading instanceof DocumentReading.Read(var document)
          ? Optional.of(document.number())
          : Optional.empty();
    }
  }

  private static void await(Duration atMost, BooleanSupplier condition)
      throws InterruptedException {
    Patience patience = Patience.of(atMost, CLOCK);
    while (!condition.getAsBoolean()) {
      assertTrue(patience.pause(Duration.ofMillis(5)), "it comes to pass in time");
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(CLOCK.nanoTime() - nanos);
  }

  private static Duration longest(List<Duration> durations) {
    return Collections.max(durations);
  }

  private static int openFiles() throws IOException {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return (int) files.count();
    }
  }
}
