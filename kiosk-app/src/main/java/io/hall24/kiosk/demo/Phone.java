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
 * What somebody holds before the simulated code scanner.
 *
 * @param scanner its socket
 */
record Phone(Path scanner) {
  /** Holds a code before it, once. */
  void show(String code) {
    try (SocketChannel line = SocketChannel.open(UnixDomainSocketAddress.of(scanner));
        Writer words =
            new OutputStreamWriter(Channels.newOutputStream(line), StandardCharsets.UTF_8)) {
      words.write("do scan " + code + "\n");
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    }
  }
}
