package io.hall24.device.simulated.peripheral;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A person who plays with a simulated device through its socket. */
record Hand(Path socket) {
  /** Says one command and gives the answer. */
  String say(String command) throws IOException {
    try (var line = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        var in = new BufferedReader(Channels.newReader(line, StandardCharsets.UTF_8))) {
      Channels.newOutputStream(line).write((command + "\n").getBytes(StandardCharsets.UTF_8));
      return String.valueOf(in.readLine());
    }
  }
}
