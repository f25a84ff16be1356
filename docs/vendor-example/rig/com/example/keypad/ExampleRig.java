package com.example.keypad;

import io.hall24.device.DeviceDriver;
import io.hall24.device.contract.Rig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The driver with a pad of our own, which can be unplugged and can hang. */
public final class ExampleRig implements Rig {
  private final int port;
  private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;
  private volatile ServerSocket pad;

  public ExampleRig() throws IOException {
    pad = bound(0);
    port = pad.getLocalPort();
    serve(pad);
  }

  private static ServerSocket bound(int port) throws IOException {
    var server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return server;
  }

  private void serve(ServerSocket server) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              Socket caller = server.accept();
              callers.add(caller);
              Thread.ofVirtual().start(() -> answer(caller));
            }
          } catch (IOException unplugged) {
            return;
          }
        });
  }

  private void answer(Socket caller) {
    try (InputStream in = caller.getInputStream()) {
      for (int letter = in.read(); letter >= 0; letter = in.read()) {
        if (letter == '?' && !silent) {
          caller.getOutputStream().write('.');
        }
      }
    } catch (IOException hungUp) {
      callers.remove(caller);
    }
  }

  @Override
  public DeviceDriver driver() {
    return new ExampleKeypadDriver();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("port", Integer.toString(port));
  }

  @Override
  public Map<String, String> settingsOfNothing() {
    return Map.of("port", "1");
  }

  @Override
  public void unplug() throws IOException {
    pad.close();
    for (Socket caller : callers) {
      caller.close();
    }
  }

  @Override
  public void plug() throws IOException {
    pad = bound(port);
    serve(pad);
  }

  @Override
  public Optional<Hang> hang() {
    return Optional.of(
        new Hang() {
          @Override
          public void begin() {
            silent = true;
          }

          @Override
          public void end() {
            silent = false;
          }
        });
  }

  @Override
  public void close() throws IOException {
    unplug();
  }
}
