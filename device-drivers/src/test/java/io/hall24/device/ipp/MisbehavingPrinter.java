package io.hall24.device.ipp;

import io.hall24.device.DeviceId;
import io.hall24.device.PagePrinter;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A listener on the loopback interface that treats every question as a test wants it to. */
final class MisbehavingPrinter implements AutoCloseable {
  /** What happens to a connection. */
  interface Manner {
    void treat(Socket connection) throws IOException, InterruptedException;
  }

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");
  private final ServerSocket listener;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  MisbehavingPrinter(Manner manner) throws IOException {
    listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().name("misbehaving-printer").daemon().start(() -> serve(manner));
  }

  private void serve(Manner manner) {
    while (!listener.isClosed()) {
      try (Socket connection = listener.accept()) {
        manner.treat(connection);
      } catch (IOException gone) {
        // The next connection may live longer; a closed listener ends the loop.
      } catch (InterruptedException closed) {
        return;
      }
    }
  }

  /** Holds whatever it does until the test is over. */
  void hold() throws InterruptedException {
    closing.await();
  }

  int port() {
    return listener.getLocalPort();
  }

  PagePrinter client() {
    return client(port());
  }

  static PagePrinter client(int port) {
    var driver = new IppPrinterDriver();
    var settings =
        driver.settings().resolve(Map.of("uri", "ipp://127.0.0.1:" + port + "/ipp/print"));
    PagePrinter printer = driver.create(new DeviceId("printer"), settings, HallClock.system());
    // Opened without patience, so that the question which counts is the first that is heard.
    var _ = printer.open(Patience.of(Duration.ZERO, HallClock.system()));
    return printer;
  }

  /** Reads a whole request and gives its body. */
  static byte[] readRequest(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("request ends in its head");
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    return length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
  }

  /** The request id of a request's body (RFC 8010, 3.1.1). */
  static int requestId(byte[] request) {
    return ByteBuffer.wrap(request).getInt(4);
  }

  static void answer(Socket connection, String status, String type, byte[] body)
      throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(head(status, type, body.length));
    out.write(body);
    out.flush();
  }

  static byte[] head(String status, String type, int length) {
    String head =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, type, length);
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
    thread.interrupt();
  }
}
