package io.hall24.kiosk.ops.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HealthServerTest {
  @TempDir Path directory;
  private Station station;
  private Doorway door;

  @BeforeEach
  void open() throws Exception {
    station = Station.busy(directory.resolve("data"));
    door = Doorway.open(station, directory);
  }

  @AfterEach
  void close() {
    door.close();
    station.close();
  }

  /**
   * What the TLS layer says to somebody who speaks with a context. The terminal closes behind its
   * alert; when that resets the connection first, the alert is lost and is asked for again.
   */
  private String alert(SSLContext context, String... protocols) throws IOException {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        knock(context, protocols);
        return fail("was let in");
      } catch (SSLException refused) {
        return String.valueOf(refused.getMessage());
      } catch (SocketException reset) {
        assertFalse(Thread.currentThread().isInterrupted());
      }
    }
    return fail("refused twenty times without an alert");
  }

  private void knock(SSLContext context, String... protocols) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), door.server.port())) {
      if (protocols.length > 0) {
        socket.setEnabledProtocols(protocols);
      }
      socket.setSoTimeout(3000);
      socket.startHandshake();
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  @Test
  void theReportIsPulledWithACertificate() throws Exception {
    HttpResponse<String> answer = door.get("/health");
    assertEquals(200, answer.statusCode());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("TLSv1.3", answer.sslSession().orElseThrow().getProtocol());
    assertEquals(List.of(), ReportSchema.objections(answer.body()));
    HealthReport report = HealthJson.read(answer.body());
    assertEquals(Station.TERMINAL, report.terminal());
    assertEquals(
        Set.of("health-server-1", "health-trust-1"),
        Set.copyOf(report.certificates().stream().map(it -> it.name()).toList()));
    assertTrue(report.certificates().stream().allMatch(it -> it.daysLeft() == 60), answer::body);
  }

  @Test
  void metricsComeInTheFormatThatIsAskedFor() throws Exception {
    var plain = door.get("/metrics");
    assertEquals(200, plain.statusCode());
    assertTrue(
        plain
            .headers()
            .firstValue("Content-Type")
            .orElseThrow()
            .startsWith("text/plain; version=0.0.4"),
        plain::toString);
    var open = door.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0");
    assertTrue(
        open.headers()
            .firstValue("Content-Type")
            .orElseThrow()
            .startsWith("application/openmetrics-text; version=1.0.0"),
        open::toString);
    assertTrue(open.body().endsWith("# EOF\n"), open::body);
  }

  @Test
  void thereAreTwoPathsAndOneMethod() throws Exception {
    for (String path :
        List.of("/", "/health/", "/healthy", "/health/..", "/metrics/x", "//health")) {
      assertEquals(404, door.get(path).statusCode(), path);
    }
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "HEAD")) {
      HttpRequest request =
          HttpRequest.newBuilder(door.uri("/health"))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      var answer = Doorway.send(door.operations(), request);
      assertEquals(405, answer.statusCode(), method);
      assertEquals("GET", answer.headers().firstValue("Allow").orElseThrow(), method);
    }
  }

  @Test
  void whoShowsNoCertificateGetsAnAlert() throws Exception {
    String alert = alert(CertificateOffice.nobody(door.office));
    assertTrue(alert.contains("certificate_required"), alert);
  }

  @Test
  void whoShowsAStrangersCertificateGetsAnAlert() throws Exception {
    var stranger = new CertificateOffice("stranger-ca", directory, HallClock.system().wallTime());
    String alert = alert(CertificateOffice.client(door.office, stranger.forClient()));
    assertTrue(alert.contains("certificate_"), alert);
  }

  @Test
  void aTerminalsOwnCertificateOpensNoOtherTerminal() throws Exception {
    String alert = alert(CertificateOffice.client(door.office, door.office.forServer()));
    assertTrue(alert.contains("certificate_"), alert);
  }

  @Test
  void olderTlsIsRefused() throws Exception {
    String alert = alert(door.operations(), "TLSv1.2");
    assertTrue(alert.contains("protocol_version"), alert);
  }

  @Test
  void peersThatSayNothingKeepNobodyOut() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.server.port());
        silent.add(socket);
      }
      assertEquals(200, door.get("/health").statusCode());
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void peersThatBeginAndThenGoSilentAreSentAway() throws Exception {
    int handshake = 0x16;
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.server.port());
        silent.add(socket);
        socket.getOutputStream().write(handshake);
      }
      assertTrue(answersInTheEnd(), "the test's time-out says if not");
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  /** Whoever waits behind silent peers may be sent away with them, and asks again. */
  private boolean answersInTheEnd() throws Exception {
    while (true) {
      try {
        return door.get("/health").statusCode() == 200;
      } catch (IOException sentAway) {
        assertFalse(Thread.currentThread().isInterrupted());
      }
    }
  }

  @Test
  void certificatesThatDoNotServeAreNamed() throws Exception {
    var office = new CertificateOffice("other-ca", directory, HallClock.system().wallTime());
    Path store = office.keyStore("k.p12", office.forServer(), "right");
    Path wrong = Files.writeString(directory.resolve("wrong"), "wrong");
    Path right = Files.writeString(directory.resolve("right"), "right");
    Path empty = Files.writeString(directory.resolve("empty.pem"), "");
    Path gone = directory.resolve("gone");
    assertTrue(problem(store, wrong, office.issuer()).contains("k.p12"));
    assertTrue(problem(gone, right, office.issuer()).contains("gone"));
    assertTrue(problem(store, gone, office.issuer()).contains("gone"));
    assertTrue(problem(store, right, empty).contains("empty.pem"));
    assertInstanceOf(
        HealthAccess.Reading.Ready.class, HealthAccess.read(store, right, office.issuer()));
  }

  private static String problem(Path store, Path passphrase, Path trust) {
    return assertInstanceOf(
            HealthAccess.Reading.Unusable.class, HealthAccess.read(store, passphrase, trust))
        .problem();
  }

  @Test
  void aTakenPortIsAFailureWithItsNumber() throws Exception {
    int taken = door.server.port();
    var failed =
        assertInstanceOf(
            HealthServer.Opening.Failed.class,
            HealthServer.open(taken, SSLContext.getDefault(), station.desk()::report));
    assertTrue(failed.problem().contains(Integer.toString(taken)), failed.problem());
  }
}
