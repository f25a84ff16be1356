package io.hall24.kiosk.demo;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A simulated device with which a person plays.
 *
 * @param socket its own
 */
record PlayedDevice(Path socket) {
  /** Does something to it, e.g. {@code do drop}. */
  void say(String command) {
    try (SocketChannel line = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        Writer words =
            new OutputStreamWriter(Channels.newOutputStream(line), StandardCharsets.UTF_8)) {
      words.write(command + "\n");
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    }
  }
}
