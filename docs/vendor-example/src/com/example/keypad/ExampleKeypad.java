package com.example.keypad;

import io.hall24.device.Attempt;
import io.hall24.device.Capabilities;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.Keypad;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * A pad that sends u, d, s, b or h for its keys, and answers a question mark with a point. All
 * calls come from one thread.
 */
final class ExampleKeypad implements Keypad {
  private static final Duration GLANCE = Duration.ofMillis(10);
  private static final Duration ANSWER = Duration.ofMillis(400);
  private static final int KEPT = 16;

  private final DeviceId id;
  private final InetSocketAddress address;
  private final HallClock clock;
  private final Queue<KeyPress> pressed = new ArrayDeque<>();
  private final ByteBuffer heard = ByteBuffer.allocate(64);
  private Optional<SocketChannel> line = Optional.empty();
  private boolean answered;

  ExampleKeypad(DeviceId id, String host, int port, HallClock clock) {
    this.id = id;
    this.address = new InetSocketAddress(host, port);
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
  public Capabilities capabilities() {
    return Capabilities.without(Feature.VOLUME_KEYS, Feature.SIDEWAYS_KEYS);
  }

  @Override
  public Attempt<String> open(Patience patience) {
    if (line.isEmpty()) {
      try {
        SocketChannel channel = SocketChannel.open();
        channel.socket().connect(address, Math.max(1, (int) patience.remaining().toMillis()));
        channel.configureBlocking(false);
        line = Optional.of(channel);
        pressed.clear();
      } catch (IOException refused) {
        return Attempt.failed(new DeviceFailure.Offline("no pad at " + address));
      }
    }
    return probe(patience);
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    if (patience.isOver()) {
      return Attempt.failed(DeviceFailure.givenUp(patience, "not asked"));
    }
    return onLine(channel -> {
      answered = false;
      channel.write(ByteBuffer.wrap(new byte[] {'?'}));
      Patience answering = Patience.part(patience, ANSWER);
      while (!answered && !answering.isOver()) {
        listen(channel);
        var unused = Patience.part(answering, GLANCE).until(GLANCE, () -> answered);
      }
      return answered
          ? Attempt.done("pad at " + address)
          : Attempt.failed(new DeviceFailure.Offline("the pad does not answer"));
    });
  }

  @Override
  public Attempt<KeyPress> awaitKey(Patience patience) {
    return onLine(channel -> {
      while (pressed.isEmpty() && !patience.isOver()) {
        listen(channel);
        var unused = Patience.part(patience, GLANCE).until(GLANCE, () -> !pressed.isEmpty());
      }
      return pressed.isEmpty()
          ? Attempt.failed(DeviceFailure.givenUp(patience, "no key was pressed"))
          : Attempt.done(pressed.remove());
    });
  }

  private interface Question<T> {
    Attempt<T> ask(SocketChannel channel) throws IOException;
  }

  private <T> Attempt<T> onLine(Question<T> question) {
    if (line.isEmpty()) {
      return Attempt.failed(new DeviceFailure.Offline("not open"));
    }
    try {
      return question.ask(line.get());
    } catch (IOException lost) {
      return Attempt.failed(new DeviceFailure.Offline("the pad is gone: " + lost.getMessage()));
    }
  }

  private void listen(SocketChannel channel) throws IOException {
    heard.clear();
    if (channel.read(heard) < 0) {
      throw new IOException("it hung up");
    }
    heard.flip();
    while (heard.hasRemaining()) {
      hear(heard.get());
    }
  }

  private void hear(byte letter) {
    switch (letter) {
      case '.' -> answered = true;
      case 'u' -> press(Key.UP);
      case 'd' -> press(Key.DOWN);
      case 's' -> press(Key.SELECT);
      case 'b' -> press(Key.BACK);
      case 'h' -> press(Key.HELP);
      default -> {}
    }
  }

  private void press(Key key) {
    if (pressed.size() == KEPT) {
      pressed.remove();
    }
    pressed.add(new KeyPress(key, clock.nanoTime()));
  }

  @Override
  public void close() {
    line.ifPresent(channel -> {
      try {
        channel.close();
      } catch (IOException closedAllTheSame) {
        return;
      }
    });
    line = Optional.empty();
  }
}
