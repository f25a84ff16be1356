package io.hall24.device.simulated.peripheral;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Unix socket through which a person plays with a simulated device: a command a line, an answer
 * a line.
 */
final class StageDoor implements AutoCloseable {
  private final Path path;
  private final ServerSocketChannel server;

  private StageDoor(Path path, ServerSocketChannel server) {
    this.path = path;
    this.server = server;
  }

  /** Opens it; a socket that an earlier process left is replaced. */
  static StageDoor open(Path path, Stage stage) throws IOException {
    Files.deleteIfExists(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException | RuntimeException taken) {
      server.close();
      throw taken;
    }
    var door = new StageDoor(path, server);
    Thread.ofVirtual().name("stage-door").start(() -> door.admit(stage));
    return door;
  }

  private void admit(Stage stage) {
    try {
      while (true) {
        SocketChannel person = server.accept();
        Thread.ofVirtual().name("stage-hand").start(() -> listen(person, stage));
      }
    } catch (IOException closed) {
      // Closing it is how it ends.
      return;
    }
  }

  private static void listen(SocketChannel person, Stage stage) {
    try (person;
        var in = new BufferedReader(Channels.newReader(person, StandardCharsets.UTF_8));
        var out = Channels.newOutputStream(person)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write((stage.obey(line) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException gone) {
      // Whoever hangs up in the middle gets no answer.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(path);
  }
}
