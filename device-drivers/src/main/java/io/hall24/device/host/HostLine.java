package io.hall24.device.host;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What goes between parent and child: frames of a mark, a length and so many bytes, over a Unix
 * socket. Standard output is left to the vendor's code and to Java's report of a crash.
 */
public final class HostLine implements AutoCloseable {
  private static final int MARK = 0x48323448;

  /** Most bytes of one frame. */
  public static final int LONGEST = 1 << 20;

  private final SocketChannel channel;
  private final DataInputStream in;
  private final DataOutputStream out;

  private HostLine(SocketChannel channel) {
    this.channel = channel;
    this.in = new DataInputStream(Channels.newInputStream(channel));
    this.out = new DataOutputStream(Channels.newOutputStream(channel));
  }

  /** The child's end. */
  public static HostLine to(Path socket) throws IOException {
    return new HostLine(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  /** The parent's end, once the child has come. */
  static HostLine from(ServerSocketChannel door) throws IOException {
    return new HostLine(door.accept());
  }

  static ServerSocketChannel door(Path socket) throws IOException {
    var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return door.bind(UnixDomainSocketAddress.of(socket));
  }

  /** Sends a frame. */
  public void write(byte[] content) throws IOException {
    out.writeInt(MARK);
    out.writeInt(content.length);
    out.write(content);
    out.flush();
  }

  /**
   * Receives a frame.
   *
   * @return empty when the other side has ended
   * @throws IOException when what comes is no frame, or one that is too long
   */
  public Optional<byte[]> read() throws IOException {
    int mark;
    try {
      mark = in.readInt();
    } catch (EOFException ended) {
      return Optional.empty();
    }
    int length = in.readInt();
    if (mark != MARK || length < 0 || length > LONGEST) {
      throw new IOException(mark == MARK ? "a frame of " + length + " bytes" : "not a frame");
    }
    byte[] content = new byte[length];
    in.readFully(content);
    return Optional.of(content);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // Nobody is there to be told.
    }
  }
}
