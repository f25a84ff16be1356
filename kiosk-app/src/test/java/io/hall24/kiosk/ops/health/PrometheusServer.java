package io.hall24.kiosk.ops.health;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Debian's Prometheus in a child process, with a store of its own, on the loopback interface. */
final class PrometheusServer implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration WAITING = Duration.ofSeconds(60);
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private final Process process;
  private final int port;
  private final Path log;
  private final HttpClient client = HttpClient.newHttpClient();

  private PrometheusServer(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  static PrometheusServer start(Path configuration, Path directory) throws IOException {
    int port;
    try (var probe = new ServerSocket(0)) {
      port = probe.getLocalPort();
    }
    Path log = directory.resolve("prometheus.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    "prometheus",
                    "--config.file=" + configuration,
                    "--storage.tsdb.path=" + directory.resolve("store"),
                    "--web.listen-address=127.0.0.1:" + port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new PrometheusServer(process, port, log);
  }

  /** Asks until the answer is the one that is waited for. */
  JsonNode await(String path, Predicate<JsonNode> expected) throws Exception {
    Patience patience = Patience.of(WAITING, HallClock.system());
    String last = "";
    do {
      try {
        last =
            client
                .send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body();
        JsonNode answer = MAPPER.readTree(last);
        if (expected.test(answer)) {
          return answer;
        }
      } catch (IOException notYet) {
        last = notYet.toString();
      }
    } while (process.isAlive() && patience.pause(BETWEEN));
    return fail(path + " answers " + last + "\n" + Files.readString(log));
  }

  /** The value of an expression that has one sample. */
  double value(String expression) throws Exception {
    String path = "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
    JsonNode answer = await(path, json -> json.at("/data/result").size() == 1);
    return Double.parseDouble(answer.at("/data/result/0/value/1").textValue());
  }

  /** Its store is thrown away, so it may be killed. */
  @Override
  public void close() {
    client.close();
    process.destroyForcibly().onExit().join();
  }
}
