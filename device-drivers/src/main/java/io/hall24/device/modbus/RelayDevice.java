package io.hall24.device.modbus;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** What all devices on a board have in common. */
abstract class RelayDevice implements Device {
  static final Duration LOOK = Duration.ofMillis(40);
  private static final DeviceFailure CLOSED = new DeviceFailure.Offline("not open");
  private static final Duration LAST_WORD = Duration.ofMillis(300);

  private final DeviceId id;
  private final DeviceKind kind;
  private final Board.Address address;
  private final HallClock clock;
  private boolean open;

  RelayDevice(DeviceId id, DeviceKind kind, Board.Address address, HallClock clock) {
    this.id = id;
    this.kind = kind;
    this.address = address;
    this.clock = clock;
  }

  @Override
  public final DeviceId id() {
    return id;
  }

  @Override
  public final DeviceKind kind() {
    return kind;
  }

  private Board board() {
    return Board.on(address.port());
  }

  @Override
  public final Attempt<String> open(Patience patience) {
    if (open) {
      return Attempt.done(name());
    }
    Attempt<Boolean> joined = board().join(address, clock, patience);
    open = joined instanceof Attempt.Done<Boolean>;
    return joined.map(_ -> name());
  }

  private String name() {
    return "board " + address.unit() + " on " + address.port();
  }

  @Override
  public final Attempt<String> probe(Patience patience) {
    return look(patience).map(seen -> name() + ": " + seen);
  }

  /** What a technician wants to know; asks the board. */
  abstract Attempt<String> look(Patience patience);

  final Attempt<Boolean> input(int number, Patience patience) {
    return open
        ? board().inputs(address, clock, patience, number, 1).map(inputs -> inputs[0])
        : Attempt.failed(CLOSED);
  }

  /** An input that the board may lack. */
  final Attempt<Boolean> input(OptionalInt number, boolean otherwise, Patience patience) {
    return number.isPresent()
        ? input(number.getAsInt(), patience)
        : open ? Attempt.done(otherwise) : Attempt.failed(CLOSED);
  }

  final Attempt<Integer> counter(OptionalInt number, int otherwise, Patience patience) {
    if (!open) {
      return Attempt.failed(CLOSED);
    }
    return number.isPresent()
        ? board().counter(address, clock, patience, number.getAsInt())
        : Attempt.done(otherwise);
  }

  final Attempt<Boolean> set(int output, boolean on, Patience patience) {
    return open ? board().set(address, clock, patience, output, on) : Attempt.failed(CLOSED);
  }

  /** Switches something off that must not stay on, even where the caller's patience is over. */
  final Attempt<Boolean> setAtLast(int output, boolean on) {
    return set(output, on, Patience.of(LAST_WORD, clock));
  }

  final Patience briefly() {
    return Patience.of(LAST_WORD, clock);
  }

  /** Asks again and again until the answer is the one that is waited for. */
  final <T> Attempt<T> until(
      Patience patience, String what, Function<Patience, Attempt<T>> question, Predicate<T> right) {
    while (true) {
      if (patience.isOver()) {
        return Attempt.failed(DeviceFailure.givenUp(patience, what));
      }
      Attempt<T> answer = question.apply(patience);
      switch (answer) {
        case Attempt.Done<T>(var value) -> {
          if (right.test(value)) {
            return answer;
          }
        }
        case Attempt.Failed<T>(DeviceFailure.Busy _) -> {}
        case Attempt.Failed<T> failed -> {
          return failed;
        }
      }
      var _ = Patience.part(patience, LOOK).until(LOOK, () -> false);
    }
  }

  /** The second question's answer, asked when the first one was answered. */
  static <A, B> Attempt<B> then(Attempt<A> first, Function<A, Attempt<B>> next) {
    return switch (first) {
      case Attempt.Done<A>(var value) -> next.apply(value);
      case Attempt.Failed<A>(var failure) -> Attempt.failed(failure);
    };
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      board().leave();
    }
  }
}
