package io.hall24.kiosk.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A hand at the simulated devices of a world, through their sockets.
 *
 * @param world its directory
 */
record Playing(Path world) {
  /** Says something to a device, and returns what it answers. */
  String say(String device, String command) {
    Path socket = world.resolve(device + ".sock");
    try (var line = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        var in = new BufferedReader(Channels.newReader(line, StandardCharsets.UTF_8))) {
      Channels.newOutputStream(line).write((command + "\n").getBytes(StandardCharsets.UTF_8));
      return String.valueOf(in.readLine());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
