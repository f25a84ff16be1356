package io.hall24.kiosk.ops.health;

import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.time.HallClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** A listener with certificates, and those who knock at it. */
final class Doorway implements AutoCloseable {
  static final String PASSPHRASE = "of the health key store";
  final CertificateOffice office;
  final HealthServer server;

  private Doorway(CertificateOffice office, HealthServer server) {
    this.office = office;
    this.server = server;
  }

  /** Reads its certificates from files, as a terminal does, and listens on any port. */
  static Doorway open(Station station, Path directory) throws Exception {
    var office = new CertificateOffice("operations-ca", directory, HallClock.system().wallTime());
    Path keyStore = office.keyStore("health.p12", office.forServer(), PASSPHRASE);
    Path passphrase = Files.writeString(directory.resolve("health.pass"), PASSPHRASE + "\n");
    HealthAccess access =
        switch (HealthAccess.read(keyStore, passphrase, office.issuer())) {
          case HealthAccess.Reading.Ready(var ready) -> ready;
          case HealthAccess.Reading.Unusable(var problem) -> fail(problem);
        };
    HealthDesk desk = station.desk(access.certificates().toArray(DatedCertificate[]::new));
    return switch (HealthServer.open(0, access.context(), desk::report)) {
      case HealthServer.Opening.Listening(var server) -> new Doorway(office, server);
      case HealthServer.Opening.Failed(var problem) -> fail(problem);
    };
  }

  URI uri(String path) {
    return URI.create("https://localhost:" + server.port() + path);
  }

  /** Somebody whom the terminal knows. */
  SSLContext operations() throws Exception {
    return CertificateOffice.client(office, office.forClient());
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(operations(), request.build());
  }

  static HttpResponse<String> send(SSLContext context, HttpRequest request) throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder()
            .sslContext(context)
            .connectTimeout(Duration.ofSeconds(20))
            .build()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
