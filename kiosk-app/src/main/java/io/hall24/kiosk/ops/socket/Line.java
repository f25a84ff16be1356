package io.hall24.kiosk.ops.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One line of UTF-8 on a socket, ended by a line feed. */
final class Line {
  private Line() {}

  /**
   * Reads a line without its end.
   *
   * @param most bytes that it may have
   * @param silence how long the other side may say nothing
   * @return empty when the line does not end, is too long, or does not come
   */
  static Optional<String> read(SocketChannel channel, int most, Duration silence)
      throws IOException {
    var line = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(Math.min(most + 1, 1 << 13));
    channel.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_READ);
      while (line.size() <= most) {
        selector.selectedKeys().clear();
        if (selector.select(silence.toMillis()) == 0 || channel.read(buffer.clear()) < 0) {
          return Optional.empty();
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
          byte next = buffer.get();
          if (next == '\n') {
            return Optional.of(line.toString(StandardCharsets.UTF_8));
          }
          line.write(next);
        }
      }
      return Optional.empty();
    } finally {
      channel.configureBlocking(true);
    }
  }

  static void write(SocketChannel channel, String text) throws IOException {
    ByteBuffer line = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
  }
}
