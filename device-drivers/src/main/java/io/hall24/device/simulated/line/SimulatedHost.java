package io.hall24.device.simulated.line;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A machine on a TCP port of this host, one connection at a time, which can go away, come back, and
 * fall silent. Safe for use by several threads.
 */
public final class SimulatedHost implements AutoCloseable {
  private static final int LISTEN_MS = 5;
  private final Machine machine;
  private final int port;
  private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;
  private volatile Optional<ServerSocket> server = Optional.empty();

  private SimulatedHost(Machine machine, ServerSocket server) {
    this.machine = machine;
    this.port = server.getLocalPort();
  }

  /** A machine on a free port. */
  public static SimulatedHost start(Machine machine) throws IOException {
    ServerSocket server = bound(0);
    var host = new SimulatedHost(machine, server);
    host.serve(server);
    return host;
  }

  private static ServerSocket bound(int port) throws IOException {
    var server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return server;
  }

  public int port() {
    return port;
  }

  /** It is gone: connections break, and nobody listens. */
  public synchronized void goAway() throws IOException {
    if (server.isPresent()) {
      server.get().close();
      server = Optional.empty();
      for (Socket caller : callers) {
        caller.close();
      }
    }
  }

  /** It listens on its old port again. */
  public synchronized void comeBack() throws IOException {
    if (server.isEmpty()) {
      machine.powerLost();
      serve(bound(port));
    }
  }

  /** Connections stay, and nothing is heard or answered. */
  public void silence() {
    silent = true;
  }

  /** Hears and answers again. */
  public void speak() {
    silent = false;
  }

  private void serve(ServerSocket listening) {
    server = Optional.of(listening);
    Thread.ofPlatform()
        .name("host-" + port)
        .daemon()
        .start(() -> {
          try {
            while (true) {
              talk(listening.accept());
            }
          } catch (IOException goneAway) {
            // Going away is how it ends.
            return;
          }
        });
  }

  private void talk(Socket caller) {
    callers.add(caller);
    try (caller;
        InputStream in = caller.getInputStream()) {
      caller.setSoTimeout(LISTEN_MS);
      byte[] chunk = new byte[4_096];
      int count = 0;
      while (count >= 0) {
        count = silent ? pause() : heard(in, chunk);
        byte[] answer =
            silent || count < 0 ? new byte[0] : machine.hear(Arrays.copyOf(chunk, count));
        if (answer.length > 0) {
          caller.getOutputStream().write(answer);
        }
      }
    } catch (IOException hungUp) {
      // The next caller is welcome.
      return;
    } finally {
      callers.remove(caller);
    }
  }

  private static int heard(InputStream in, byte[] chunk) throws IOException {
    try {
      return in.read(chunk);
    } catch (SocketTimeoutException nothing) {
      return 0;
    }
  }

  private int pause() throws IOException {
    java.util.concurrent.locks.LockSupport.parkNanos(LISTEN_MS * 1_000_000L);
    return server.isPresent() ? 0 : -1;
  }

  @Override
  public void close() throws IOException {
    goAway();
  }
}
