package io.hall24.device.modbus;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.serial.LineLostException;
import io.hall24.device.serial.SerialLine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One input and output board: outputs (coils), inputs (discrete inputs) and counters (input
 * registers) of Modbus application protocol V1.1b3. Shared by the devices that hang on it, one
 * question at a time. Questions that only look, and those that set an output, may be repeated
 * without harm; so a damaged answer is asked for again.
 */
final class Board {
  private static final Map<Path, Board> BOARDS = new ConcurrentHashMap<>();
  private static final int READ_INPUTS = 2;
  private static final int READ_COUNTERS = 4;
  private static final int SET_OUTPUT = 5;
  private static final int REFUSAL = 0x80;
  private static final int ON = 0xFF;
  private static final HexFormat HEX = HexFormat.of();
  private static final int TRIES = 3;
  private static final Duration ANSWER = Duration.ofMillis(200);
  private static final Duration TURN = Duration.ofMillis(2);

  private final ReentrantLock lock = new ReentrantLock();
  private final Path port;
  private int users;
  private Optional<SerialLine> line = Optional.empty();

  /**
   * Where a device hangs.
   *
   * @param port serial port by a name that stays
   * @param unit address of the board, 1 to 247
   */
  record Address(Path port, int baud, int unit) {}

  private Board(Path port) {
    this.port = port;
  }

  /** The board on a port, the same for all who ask. */
  static Board on(Path port) {
    return BOARDS.computeIfAbsent(port, Board::new);
  }

  /** One more device uses it. */
  Attempt<Boolean> join(Address address, HallClock clock, Patience patience) {
    if (!locked(patience)) {
      return Attempt.failed(busy(patience));
    }
    try {
      users++;
      Attempt<boolean[]> heard = ask(address, clock, patience, 0, 1);
      if (heard instanceof Attempt.Failed<boolean[]>) {
        leaveLocked();
      }
      return heard.map(_ -> true);
    } finally {
      lock.unlock();
    }
  }

  /** One device less uses it; the last one closes the line. */
  void leave() {
    lock.lock();
    try {
      leaveLocked();
    } finally {
      lock.unlock();
    }
  }

  private void leaveLocked() {
    users--;
    if (users <= 0) {
      users = 0;
      hangUp();
    }
  }

  /** Some inputs, from the first. */
  Attempt<boolean[]> inputs(
      Address address, HallClock clock, Patience patience, int first, int count) {
    if (!locked(patience)) {
      return Attempt.failed(busy(patience));
    }
    try {
      return ask(address, clock, patience, first, count);
    } finally {
      lock.unlock();
    }
  }

  private Attempt<boolean[]> ask(
      Address address, HallClock clock, Patience patience, int first, int count) {
    int bytes = (count + 7) / 8;
    byte[] question =
        RtuFrame.of(
            address.unit(), READ_INPUTS, first >> 8, first & 0xFF, count >> 8, count & 0xFF);
    return put(address, clock, patience, question, 5 + bytes)
        .map(data -> {
          boolean[] inputs = new boolean[count];
          for (int i = 0; i < count; i++) {
            inputs[i] = (data[1 + i / 8] >> (i % 8) & 1) != 0;
          }
          return inputs;
        });
  }

  /** A counter. */
  Attempt<Integer> counter(Address address, HallClock clock, Patience patience, int number) {
    if (!locked(patience)) {
      return Attempt.failed(busy(patience));
    }
    try {
      byte[] question =
          RtuFrame.of(address.unit(), READ_COUNTERS, number >> 8, number & 0xFF, 0, 1);
      return put(address, clock, patience, question, 7)
          .map(data -> ((data[1] & 0xFF) << 8) | (data[2] & 0xFF));
    } finally {
      lock.unlock();
    }
  }

  /** Switches an output. */
  Attempt<Boolean> set(
      Address address, HallClock clock, Patience patience, int output, boolean on) {
    if (!locked(patience)) {
      return Attempt.failed(busy(patience));
    }
    try {
      byte[] question =
          RtuFrame.of(address.unit(), SET_OUTPUT, output >> 8, output & 0xFF, on ? ON : 0, 0);
      return put(address, clock, patience, question, question.length).map(_ -> on);
    } finally {
      lock.unlock();
    }
  }

  private boolean locked(Patience patience) {
    return lock.tryLock() || patience.until(TURN, lock::tryLock);
  }

  private static DeviceFailure busy(Patience patience) {
    return patience.isCancelled()
        ? new DeviceFailure.Cancelled("the board was not asked")
        : new DeviceFailure.Busy("another device on the board has its turn");
  }

  private Attempt<byte[]> put(
      Address address, HallClock clock, Patience patience, byte[] question, int length) {
    if (users == 0) {
      return Attempt.failed(new DeviceFailure.Offline("not open"));
    }
    String heard = "nothing";
    for (int tries = 0; tries < TRIES && !patience.isOver(); tries++) {
      switch (once(address, clock, question, length)) {
        case Reply.Answer(var hex) -> {
          return Attempt.done(HEX.parseHex(hex));
        }
        case Reply.Refused(int code) -> {
          return Attempt.failed(
              new DeviceFailure.HardwareError(
                  "board "
                      + address.unit()
                      + " refuses: exception "
                      + code
                      + "; check the numbers of its inputs and outputs"));
        }
        case Reply.Lost(var failure) -> {
          hangUp();
          return Attempt.failed(failure);
        }
        case Reply.Nothing(var what) -> heard = what;
      }
    }
    // What it still says must not be taken for an answer, nor questions pile up in the line.
    hangUp();
    return Attempt.failed(
        patience.isOver()
            ? DeviceFailure.givenUp(patience, "the board was asked and gave " + heard)
            : new DeviceFailure.Offline("board " + address.unit() + " answers " + heard));
  }

  /** What became of a question. */
  sealed interface Reply {
    /** Its data, without address, function and checksum. */
    record Answer(String hex) implements Reply {}

    record Refused(int code) implements Reply {}

    record Lost(DeviceFailure failure) implements Reply {}

    record Nothing(String heard) implements Reply {}
  }

  private Reply once(Address address, HallClock clock, byte[] question, int length) {
    if (line.isEmpty()) {
      switch (SerialLine.open(address.port(), address.baud())) {
        case Attempt.Done<SerialLine>(var opened) -> line = Optional.of(opened);
        case Attempt.Failed<SerialLine>(var failure) -> {
          return new Reply.Lost(failure);
        }
      }
    }
    SerialLine open = line.get();
    try {
      open.discardInput();
      open.write(question);
      return listen(open, clock, question, length);
    } catch (LineLostException lost) {
      return new Reply.Lost(new DeviceFailure.Offline(String.valueOf(lost.getMessage())));
    }
  }

  private static Reply listen(SerialLine line, HallClock clock, byte[] question, int length)
      throws LineLostException {
    Patience answering = Patience.of(ANSWER, clock);
    byte[] frame = new byte[length];
    byte[] chunk = new byte[1];
    int count = 0;
    while (!answering.isOver()) {
      if (line.read(chunk) == 0) {
        continue;
      }
      frame[count++] = chunk[0];
      boolean refusal = count > 1 && (frame[1] & 0xFF) == ((question[1] & 0xFF) | REFUSAL);
      if (count == (refusal ? 5 : length)) {
        return judge(Arrays.copyOf(frame, count), question, refusal);
      }
    }
    return new Reply.Nothing(count == 0 ? "nothing" : "a part of an answer");
  }

  /** Of a frame that is as long as the answer must be, or as a refusal is. */
  static Reply judge(byte[] frame, byte[] question, boolean refusal) {
    if (!RtuFrame.intact(frame)
        || frame[0] != question[0]
        || (!refusal && frame[1] != question[1])
        || (!refusal && !plausible(frame, question))) {
      return new Reply.Nothing("something damaged");
    }
    byte[] data = RtuFrame.data(frame);
    return refusal ? new Reply.Refused(data[0] & 0xFF) : new Reply.Answer(HEX.formatHex(data));
  }

  /** A reading names its length; the answer to a switched output is its question. */
  private static boolean plausible(byte[] frame, byte[] question) {
    return frame[1] == SET_OUTPUT
        ? Arrays.equals(frame, question)
        : (frame[2] & 0xFF) == frame.length - 5;
  }

  private void hangUp() {
    line.ifPresent(SerialLine::close);
    line = Optional.empty();
  }

  @Override
  public String toString() {
    return "board on " + port;
  }
}
