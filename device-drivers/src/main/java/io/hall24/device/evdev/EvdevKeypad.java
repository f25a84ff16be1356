package io.hall24.device.evdev;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Keypad;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** A key pad on an input device of the kernel. Used by one thread only, as every device. */
final class EvdevKeypad implements Keypad {
  // How late a withdrawn patience is noticed.
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final int KEPT = 16;

  private final DeviceId id;
  private final Path name;
  private final boolean exclusive;
  private final Map<Integer, Key> keys;
  private final HallClock clock;
  private final Deque<KeyPress> waiting = new ArrayDeque<>();
  private InputEvents events = new InputEvents();
  private Optional<InputNode> node = Optional.empty();

  /**
   * A closed one.
   *
   * @param keys what each code of the kernel stands for
   */
  EvdevKeypad(DeviceId id, Path name, boolean exclusive, Map<Integer, Key> keys, HallClock clock) {
    this.id = id;
    this.name = name;
    this.exclusive = exclusive;
    this.keys = Map.copyOf(keys);
    this.clock = clock;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.KEYPAD;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    if (node.isPresent()) {
      return Attempt.done(description());
    }
    return InputNode.open(name, exclusive)
        .map(opened -> {
          node = Optional.of(opened);
          return description();
        });
  }

  private String description() {
    return "input device " + name + ", " + keys.size() + " keys";
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    if (node.isEmpty()) {
      return notOpen();
    }
    try {
      node.get().look();
      return Attempt.done(description());
    } catch (IOException gone) {
      return lost(gone);
    }
  }

  @Override
  public Attempt<KeyPress> awaitKey(Patience patience) {
    if (node.isEmpty()) {
      return notOpen();
    }
    try {
      do {
        hear(node.get(), patience);
        if (!waiting.isEmpty()) {
          return Attempt.done(waiting.removeFirst());
        }
      } while (!patience.isOver());
    } catch (IOException gone) {
      return lost(gone);
    }
    return Attempt.failed(
        patience.isCancelled()
            ? new DeviceFailure.Cancelled("nobody waits for a key any more")
            : new DeviceFailure.TimedOut(patience.granted(), "no key was pressed"));
  }

  /** Takes in what the kernel has kept, too; of more than it may keep the oldest are forgotten. */
  private void hear(InputNode open, Patience patience) throws IOException {
    Duration left = patience.remaining();
    Duration wait = waiting.isEmpty() ? (left.compareTo(SLICE) < 0 ? left : SLICE) : Duration.ZERO;
    for (int code : events.pressed(open.read(wait))) {
      Key key = keys.get(code);
      if (key != null) {
        waiting.addLast(new KeyPress(key, clock.nanoTime()));
      }
    }
    while (waiting.size() > KEPT) {
      waiting.removeFirst();
    }
  }

  private static <T> Attempt<T> notOpen() {
    return Attempt.failed(new DeviceFailure.Offline("the keypad is not open"));
  }

  private <T> Attempt<T> lost(IOException gone) {
    return Attempt.failed(new DeviceFailure.Offline(name + ": " + gone.getMessage()));
  }

  @Override
  public void close() {
    node.ifPresent(InputNode::close);
    node = Optional.empty();
    waiting.clear();
    events = new InputEvents();
  }
}
