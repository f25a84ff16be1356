package io.hall24.device.host;

import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parent's side: one child at a time, asked one question at a time. A child that does not
 * answer in time, answers nonsense or dies is ended, and the next question finds a new one. Belongs
 * to one thread.
 */
public final class DriverHost implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  // The line of HotSpot's report on a fatal error that names the signal.
  private static final Pattern CRASH = Pattern.compile("#\\s+(SIG[A-Z]+)");

  private final String name;
  private final List<String> command;
  private final HallClock clock;
  private Optional<Child> child = Optional.empty();
  private String state = "not started";
  private int losses;
  private int lossesInARow;
  private long notBefore;

  /** Where a child is to come, and what its report of a crash says when it has ended. */
  private record Child(Process process, FutureTask<HostLine> line, FutureTask<String> crash) {
    static Child start(List<String> command) throws IOException {
      Path place = Files.createTempDirectory("hall24-host");
      Path socket = place.resolve("line");
      ServerSocketChannel door = HostLine.door(socket);
      List<String> whole = new ArrayList<>(command);
      whole.add(socket.toString());
      Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
      var line =
          new FutureTask<>(() -> {
            try (door) {
              return HostLine.from(door);
            } finally {
              Files.deleteIfExists(socket);
              Files.deleteIfExists(place);
            }
          });
      var crash =
          new FutureTask<>(() -> {
            String signal = crash(process);
            // A child that ends before it has come lets nobody wait for it.
            door.close();
            return signal;
          });
      Thread.ofPlatform().name("driver-host-door").daemon().start(line);
      Thread.ofPlatform().name("driver-host-output").daemon().start(crash);
      return new Child(process, line, crash);
    }

    /** All else that a vendor's code writes may be about a person, and is passed over. */
    private static String crash(Process process) throws IOException {
      String signal = "";
      try (var lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Matcher crash = CRASH.matcher(line);
          if (crash.lookingAt()) {
            signal = " by " + crash.group(1);
          }
        }
      }
      return signal;
    }

    void hangUp() {
      if (line.state() == Future.State.SUCCESS) {
        line.resultNow().close();
      }
    }

    String howItEnded() {
      try {
        return process.waitFor(1, TimeUnit.SECONDS)
            ? crash.get(1, TimeUnit.SECONDS) + ", exit code " + process.exitValue()
            : "";
      } catch (InterruptedException withdrawn) {
        Thread.currentThread().interrupt();
        return "";
      } catch (ExecutionException | TimeoutException untold) {
        return ", exit code " + process.exitValue();
      }
    }
  }

  /** The child as yet unheard failed: why, for a technician. */
  public static final class LostException extends Exception {
    private static final long serialVersionUID = 1;

    LostException(String why) {
      super(why);
    }
  }

  /**
   * A host without a child.
   *
   * @param name for threads and messages
   * @param main class whose {@code main} is the child: over the {@link HostLine} that its last
   *     argument names it sends one frame when it is ready, and one for each that it receives
   * @param arguments those before
   */
  public DriverHost(String name, Class<?> main, List<String> arguments, HallClock clock) {
    this.name = name;
    this.clock = clock;
    this.notBefore = clock.nanoTime();
    command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // A crash must leave nothing of a person on a disk.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
  }

  /** Whether the child is there. */
  public boolean isReady() {
    return child.filter(one -> one.process().isAlive()).isPresent();
  }

  /** What has become of it, for a technician. */
  public String state() {
    return name + " " + state + (losses == 0 ? "" : ", lost " + losses + " times");
  }

  /**
   * Starts the child, unless it runs.
   *
   * @return what it says of itself
   * @throws LostException when it does not become ready
   */
  public String start() throws LostException {
    if (isReady()) {
      return state;
    }
    if (clock.nanoTime() < notBefore) {
      throw new LostException(state());
    }
    try {
      child = Optional.of(Child.start(command));
    } catch (IOException noProcess) {
      throw lost("does not start: " + noProcess.getMessage());
    }
    state = "ready: " + new String(exchange(Optional.empty(), START), StandardCharsets.UTF_8);
    return state;
  }

  /**
   * Asks.
   *
   * @param question is sent as it is
   * @param patience the child is ended after it
   * @throws LostException when no answer came; the next question finds a new child
   */
  public byte[] ask(byte[] question, Duration patience) throws LostException {
    var _ = start();
    byte[] answer = exchange(Optional.of(question), patience);
    lossesInARow = 0;
    return answer;
  }

  private byte[] exchange(Optional<byte[]> question, Duration patience) throws LostException {
    Child asked = child.orElseThrow();
    var task =
        new FutureTask<>(() -> {
          HostLine line = asked.line().get();
          if (question.isPresent()) {
            line.write(question.get());
          }
          return line.read();
        });
    Thread.ofPlatform().name("driver-host-" + name).daemon().start(task);
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS)
          .orElseThrow(() -> lost("died" + asked.howItEnded()));
    } catch (TimeoutException hangs) {
      throw lost("hung for " + patience.toMillis() + " ms and was killed");
    } catch (ExecutionException nonsense) {
      throw nonsense.getCause() instanceof ExecutionException
          ? lost("died" + asked.howItEnded())
          : lost("broke off" + asked.howItEnded() + ": " + nonsense.getCause());
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
      throw lost("was interrupted");
    }
  }

  private LostException lost(String why) {
    close();
    losses++;
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(lossesInARow++, 7));
    notBefore =
        clock.nanoTime()
            + (lossesInARow == 1 ? Duration.ZERO : shorter(pause, LONGEST_PAUSE)).toNanos();
    state = why;
    return new LostException(state());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Ends the child; a question starts another. */
  @Override
  public void close() {
    child.ifPresent(one -> {
      one.process().destroyForcibly();
      one.hangUp();
      state = "stopped";
    });
    child = Optional.empty();
  }
}
