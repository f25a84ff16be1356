package io.hall24.device.serial;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/** A TCP connection to a device that speaks as it would over a serial port. */
public final class NetworkLine implements ByteLine {
  private static final Duration GLANCE = Duration.ofMillis(5);
  private static final int MOST_DISCARDS = 64;
  private final SocketChannel channel;
  private final String name;
  private final HallClock clock;

  private NetworkLine(SocketChannel channel, String name, HallClock clock) {
    this.channel = channel;
    this.name = name;
    this.clock = clock;
  }

  /**
   * Connects.
   *
   * @param clock grants the patience of each read
   */
  public static Attempt<NetworkLine> open(
      String host, int port, HallClock clock, Patience patience) {
    String name = host + ":" + port;
    try {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      var line = new NetworkLine(channel, name, clock);
      if (line.connect(new InetSocketAddress(host, port), patience)) {
        return Attempt.done(line);
      }
      line.close();
      return Attempt.failed(
          patience.isCancelled()
              ? new DeviceFailure.Cancelled("connecting to " + name)
              : new DeviceFailure.Offline("no connection to " + name + " in time"));
    } catch (UnresolvedAddressException unknown) {
      return Attempt.failed(new DeviceFailure.NoDevice("no host " + host));
    } catch (IOException refused) {
      return Attempt.failed(
          new DeviceFailure.Offline("no connection to " + name + ": " + refused.getMessage()));
    }
  }

  private boolean connect(InetSocketAddress address, Patience patience) throws IOException {
    try {
      boolean connected = channel.connect(address);
      while (!connected && !patience.isOver()) {
        pause(patience);
        connected = channel.finishConnect();
      }
      return connected;
    } catch (IOException | UnresolvedAddressException failed) {
      channel.close();
      throw failed;
    }
  }

  private static void pause(Patience patience) {
    var _ = Patience.part(patience, GLANCE).until(GLANCE, () -> false);
  }

  @Override
  public int read(byte[] into) throws LineLostException {
    Patience patience = Patience.of(SerialLine.LONGEST_READ, clock);
    int count = take(into);
    while (count == 0 && !patience.isOver()) {
      pause(patience);
      count = take(into);
    }
    return count;
  }

  private int take(byte[] into) throws LineLostException {
    try {
      int count = channel.read(ByteBuffer.wrap(into));
      if (count < 0) {
        throw new LineLostException(name + " hung up");
      }
      return count;
    } catch (LineLostException lost) {
      throw lost;
    } catch (IOException lost) {
      throw new LineLostException(name + " lost at reading: " + lost.getMessage());
    }
  }

  @Override
  public void write(byte[] bytes, Patience patience) throws LineLostException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      channel.write(left);
      while (left.hasRemaining() && !patience.isOver()) {
        pause(patience);
        channel.write(left);
      }
    } catch (IOException lost) {
      throw new LineLostException(name + " lost at writing: " + lost.getMessage());
    }
    if (left.hasRemaining()) {
      throw new LineLostException(name + " takes no more bytes");
    }
  }

  @Override
  public void discardInput() throws LineLostException {
    byte[] waste = new byte[512];
    for (int i = 0; i < MOST_DISCARDS && take(waste) > 0; i++) {
      java.util.Arrays.fill(waste, (byte) 0);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException closedAllTheSame) {
      return;
    }
  }
}
