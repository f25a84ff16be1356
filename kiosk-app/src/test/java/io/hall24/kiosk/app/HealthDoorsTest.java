package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Profile;
import io.hall24.config.ProfileLoader;
import io.hall24.config.ProfileLoading;
import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ops.health.CertificateOffice;
import io.hall24.kiosk.ops.health.HealthJson;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.health.ReportSchema;
import io.hall24.kiosk.ops.health.Station;
import io.hall24.kiosk.ops.socket.TerminalLine;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HealthDoorsTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final DeviceId LISTENER = new DeviceId("health-listener");
  @TempDir Path directory;
  private Path data;
  private Station station;
  private CertificateOffice office;

  @BeforeEach
  void makeCertificates() throws Exception {
    data = Files.createDirectories(directory.resolve("data"));
    station = Station.busy(data);
    office = new CertificateOffice("operations-ca", directory, CLOCK.wallTime());
    office.keyStore("health.p12", office.forServer(), "secret");
    Files.writeString(directory.resolve("health.pass"), "secret\n");
  }

  @AfterEach
  void close() {
    station.close();
  }

  private Profile profile(String health) throws Exception {
    String name = "profiles/demo.yaml";
    String yaml;
    try (var in = Objects.requireNonNull(ProfileLoader.class.getResourceAsStream(name))) {
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var variables =
        Map.of(
            "REGISTRY_URL", "http://127.0.0.1:1",
            "REGISTRY_TRUST_ANCHOR", "a.jwk",
            "DATA", "/data",
            "WORLD", "/world",
            "PRINTER_COMMAND", "/mechanics.sh",
            "PRINTER_URI", "ipp://127.0.0.1:1/ipp/print");
    var loading = new ProfileLoader(variables).parse(name, yaml + health, directory);
    return assertInstanceOf(ProfileLoading.Loaded.class, loading, loading::toString).profile();
  }

  private String section(int port, String passphraseFile) {
    return """

    health:
      port: %d
      key-store: operations-ca/health.p12
      key-store-passphrase-file: %s
      trust: operations-ca/issuer.pem
    """
        .formatted(port, passphraseFile);
  }

  private HealthDoors open(String health) throws Exception {
    var setup = new TerminalSetup(profile(health), data, () -> new char[0], CLOCK);
    return HealthDoors.open(
        setup,
        new HealthDoors.Rooms(station.journal, station.board, station.time, List::of),
        Map.of());
  }

  private HealthReport throughTheSocket() throws Exception {
    var told =
        assertInstanceOf(
            TerminalLine.Answer.Told.class, TerminalLine.ask(data, HealthDoors.HEALTH));
    assertEquals(List.of(), ReportSchema.objections(told.text()));
    return HealthJson.read(told.text());
  }

  private static int freePort() throws Exception {
    try (var probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  @Test
  void withoutTheSectionOnlyTheSocketAnswers() throws Exception {
    try (HealthDoors doors = open("")) {
      assertEquals(Optional.empty(), doors.server());
      assertEquals("H24-DEMO-0001", throughTheSocket().terminal());
      assertEquals(Optional.empty(), station.board.of(LISTENER));
    }
    assertInstanceOf(
        TerminalLine.Answer.NotRunning.class, TerminalLine.ask(data, HealthDoors.HEALTH));
  }

  @Test
  void withTheSectionCentralOperationsIsAnswered() throws Exception {
    int port = freePort();
    var operations = CertificateOffice.client(office, office.forClient());
    try (var _ = open(section(port, "health.pass"));
        HttpClient client = HttpClient.newBuilder().sslContext(operations).build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/health")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      HealthReport pulled = HealthJson.read(answer.body());
      assertEquals(2, pulled.certificates().size());
      assertEquals(throughTheSocket().startedAt(), pulled.startedAt());
    }
  }

  @Test
  void aListenerThatCannotOpenStandsOnTheStatusBoard() throws Exception {
    Files.writeString(directory.resolve("wrong.pass"), "wrong");
    try (HealthDoors doors = open(section(freePort(), "wrong.pass"))) {
      assertEquals(Optional.empty(), doors.server());
      assertShut("health.p12");
    }
    try (var taken = new ServerSocket(0);
        HealthDoors doors = open(section(taken.getLocalPort(), "health.pass"))) {
      assertEquals(Optional.empty(), doors.server());
      assertShut("port " + taken.getLocalPort());
    }
  }

  private void assertShut(String why) throws Exception {
    var status = station.board.of(LISTENER).orElseThrow();
    assertEquals(DeviceState.HARDWARE_ERROR, status.state());
    assertTrue(status.detail().contains(why), status::detail);
    assertTrue(
        throughTheSocket().devices().stream().anyMatch(it -> it.id().equals(LISTENER.name())));
  }
}
