package io.hall24.device.simulated.sam;

import io.hall24.device.simulated.PseudoTerminal;
import io.hall24.device.simulated.line.KeptLine;
import io.hall24.device.simulated.sam.SamProtocol.Command;
import io.hall24.device.simulated.sam.SamProtocol.Request;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A card reader with a security module on a pseudo-terminal. Levers may be pulled from any thread,
 * also while it answers; each call is over when what it does is done.
 */
public final class SamSimulator implements AutoCloseable {
  private static final Duration LISTEN = Duration.ofMillis(20);
  private static final Duration STEP = Duration.ofMillis(1);
  private static final int BITS_PER_BYTE = 10;
  private static final int REQUEST_BYTES = 10;
  private static final int BYTES_AT_ONCE = 8;
  private static final int DONE = 0x90;
  private static final int FOUND = 0x9F;
  private static final int NOT_FOUND = 0x80;
  private static final int NOT_SELECTED = 0x81;
  private static final int READ_FAILED = 0x41;
  private static final int NO_CONTENT = 0x91;
  private static final byte[] NUMBER = {
    5, 0, 24, 0, 0x15, (byte) 0xE3, 0x34, 1, 0x18, 0, 0, 0, 0x11, 0x11, 0, 0
  };

  private final HallClock clock;
  private final SamProtocol protocol = new SamProtocol();
  private final Queue<Optional<Disturbance>> disturbances = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> misunderstandings = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final AtomicLong busyNanos = new AtomicLong();

  private volatile Optional<SimulatedCard> card = Optional.empty();
  private volatile boolean found;
  private volatile boolean powered = true;
  private volatile boolean findsOnce;
  private volatile OptionalInt pace = OptionalInt.empty();
  private volatile Duration readingTakes = Duration.ZERO;
  private volatile OptionalInt fault = OptionalInt.empty();
  private volatile OptionalInt refusal = OptionalInt.empty();

  // Touched by the line's thread only.
  private Optional<SimulatedCard> selected = Optional.empty();
  private Optional<SimulatedCard> lastRead = Optional.empty();

  private final KeptLine line;

  private SamSimulator(Path port, HallClock clock) throws IOException {
    this.clock = clock;
    this.line = KeptLine.plugIn(port, this::serve, clock);
  }

  /**
   * A reader, plugged in and powered, without a card.
   *
   * @param port the name of its serial port
   * @throws IOException when this machine has no pseudo-terminals
   */
  public static SamSimulator plugIn(Path port, HallClock clock) throws IOException {
    return new SamSimulator(port, clock);
  }

  /** Lays a card down in place of another. */
  public void lay(SimulatedCard laid) {
    found = false;
    card = Optional.of(laid);
  }

  /** Takes the card away; nothing when none is there. */
  public void lift() {
    card = Optional.empty();
    found = false;
  }

  /** Pulls the plug: whoever has the port open loses it. */
  public void unplug() {
    line.unplug(this::forget);
  }

  /** Puts the plug back; the port has its old name. */
  public void plugIn() {
    line.plugIn();
  }

  /** The port stays, nothing answers. */
  public void powerOff() {
    powered = false;
  }

  /** Answers again; what it had selected is forgotten. */
  public void powerOn() {
    line.run(() -> {
      forget();
      powered = true;
    });
  }

  /**
   * Sends and takes no more bytes than a line of so many bits per second carries; empty: at once.
   */
  public void pace(OptionalInt baud) {
    pace = baud;
  }

  /** How long the module reads a card before it answers. */
  public void readingTakes(Duration duration) {
    readingTakes = duration;
  }

  /** Whether a card that was found is not found again before it was lifted. */
  public void findsOnce(boolean once) {
    findsOnce = once;
  }

  /** From now on every question is answered with this status; empty: it is well again. */
  public void fault(OptionalInt status) {
    fault = status;
  }

  /** From now on cards are not read, but refused with this status; empty: they are read. */
  public void refuseReading(OptionalInt status) {
    refusal = status;
  }

  /**
   * The next questions arrive damaged: they are answered with these statuses and not carried out.
   */
  public void misunderstand(List<Integer> statuses) {
    misunderstandings.addAll(statuses);
  }

  /** What happens to the next answers, one after the other; empty: nothing. */
  public void disturb(List<Optional<Disturbance>> next) {
    disturbances.addAll(next);
  }

  /** What happens to the next answer. */
  public void disturb(Disturbance next) {
    disturbances.add(Optional.of(next));
  }

  /** No more disturbances. */
  public void calm() {
    disturbances.clear();
  }

  /** How long the line was busy so far with questions and answers, in ns. */
  public long busyNanos() {
    return busyNanos.get();
  }

  /** How many times a question was put so far, e.g. {@code FIND}. */
  public int asked(String question) {
    return asked.getOrDefault(question, 0);
  }

  private void serve(PseudoTerminal terminal) throws InterruptedException {
    byte[] bytes = terminal.read(LISTEN);
    if (!powered) {
      return;
    }
    for (Request request : protocol.take(bytes)) {
      long begin = clock.nanoTime();
      // A line's next byte does not wait for a thread that was woken late.
      long arrived =
          begin + (pace.isPresent() ? timeOf(REQUEST_BYTES, pace.getAsInt()).toNanos() : 0);
      while (clock.nanoTime() < arrived) {
        clock.sleep(Duration.ofNanos(arrived - clock.nanoTime()));
      }
      byte[] answer =
          switch (request) {
            case Request.Wrong(int status) -> SamProtocol.answer(status);
            case Request.Asked(var command) -> answer(command);
          };
      if (powered) {
        send(terminal, answer, answering(request) ? arrived : clock.nanoTime());
      }
      busyNanos.addAndGet(clock.nanoTime() - begin);
    }
  }

  /** Whether the module begins to answer as soon as it has been asked. */
  private boolean answering(Request request) {
    return readingTakes.isZero() || request instanceof Request.Wrong;
  }

  private byte[] answer(Command command) throws InterruptedException {
    asked.merge(command.name(), 1, Integer::sum);
    if (fault.isPresent()) {
      return SamProtocol.answer(fault.getAsInt());
    }
    Integer misunderstood = misunderstandings.poll();
    if (misunderstood != null) {
      return SamProtocol.answer(misunderstood);
    }
    return switch (command) {
      case RESET -> {
        forget();
        yield SamProtocol.answer(DONE);
      }
      case STATUS -> SamProtocol.answer(DONE);
      case NUMBER -> SamProtocol.answer(DONE, NUMBER);
      case FIND -> {
        selected = Optional.empty();
        boolean there = card.isPresent() && !(findsOnce && found);
        found = card.isPresent();
        yield there ? SamProtocol.answer(FOUND, new byte[4]) : SamProtocol.answer(NOT_FOUND);
      }
      case SELECT -> {
        selected = found ? card : Optional.empty();
        yield selected.isPresent()
            ? SamProtocol.answer(DONE, new byte[8])
            : SamProtocol.answer(NOT_SELECTED);
      }
      case READ -> read(new byte[] {1, 0, 4, 0});
      case READ_WITH_FINGERPRINTS -> read(new byte[] {1, 0, 4, 0, 0, 0});
      case NEW_ADDRESS ->
          lies(lastRead)
              ? lastRead
                  .flatMap(SimulatedCard::newAddress)
                  .map(address -> SamProtocol.answer(DONE, address))
                  .orElseGet(() -> SamProtocol.answer(NO_CONTENT))
              : SamProtocol.answer(READ_FAILED);
    };
  }

  /** Once for each time the card was selected, and only while it lies there. */
  private byte[] read(byte[] lengths) throws InterruptedException {
    Optional<SimulatedCard> reading = selected;
    selected = Optional.empty();
    long until = clock.nanoTime() + readingTakes.toNanos();
    while (lies(reading) && clock.nanoTime() < until) {
      clock.sleep(STEP);
    }
    lastRead = lies(reading) ? reading : Optional.empty();
    if (refusal.isPresent()) {
      return SamProtocol.answer(refusal.getAsInt());
    }
    return lastRead
        .map(there -> SamProtocol.answer(DONE, lengths, there.text(), there.photo()))
        .orElseGet(() -> SamProtocol.answer(READ_FAILED));
  }

  private boolean lies(Optional<SimulatedCard> wanted) {
    return wanted.isPresent() && card.equals(wanted);
  }

  private void send(PseudoTerminal terminal, byte[] answer, long begin)
      throws InterruptedException {
    Optional<Disturbance> disturbance =
        Optional.ofNullable(disturbances.poll()).flatMap(each -> each);
    byte[] arriving = disturbance.map(each -> each.apply(answer)).orElse(answer);
    if (disturbance.isPresent()
        && disturbance.get() instanceof Disturbance.Pause(int at, var length)) {
      int before = Math.floorMod(at, arriving.length);
      send(terminal, arriving, 0, before, begin);
      clock.sleep(length);
      send(terminal, arriving, before, arriving.length, clock.nanoTime());
    } else {
      send(terminal, arriving, 0, arriving.length, begin);
    }
  }

  private void send(PseudoTerminal terminal, byte[] bytes, int from, int to, long begin)
      throws InterruptedException {
    if (pace.isEmpty()) {
      terminal.write(bytes, from, to - from);
      return;
    }
    long each = timeOf(1, pace.getAsInt()).toNanos();
    int sent = from;
    while (sent < to) {
      long carried = (clock.nanoTime() - begin) / each;
      int due = (int) Math.min(to, from + carried);
      if (due > sent) {
        terminal.write(bytes, sent, due - sent);
        sent = due;
      } else {
        // Some bytes at a time, as a port's own buffer hands them over; the last one on time.
        int next = Math.min(to - from, due - from + BYTES_AT_ONCE);
        clock.sleep(Duration.ofNanos(begin + next * each - clock.nanoTime()));
      }
    }
  }

  private static Duration timeOf(int bytes, int baud) {
    return Duration.ofNanos(1_000_000_000L * BITS_PER_BYTE * bytes / baud);
  }

  private void forget() {
    protocol.forget();
    selected = Optional.empty();
    lastRead = Optional.empty();
  }

  /** Unplugs it for good. */
  @Override
  public void close() {
    line.close();
  }
}
