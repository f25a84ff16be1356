package io.hall24.kiosk.ops.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.config.ProfileLoader;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The judges are Prometheus and its promtool, as Debian has them. */
@Tag("e2e")
@Timeout(180)
class HealthE2eTest {
  private static final Path MANUAL = Path.of("..", "docs", "operations.md");
  private static final Path RULES_TEST =
      Path.of("../config/src/test/resources/io/hall24/config/prometheus/rules-test.yaml");
  @TempDir Path directory;

  private record Verdict(int code, String said) {}

  private Verdict promtool(Path input, String... arguments) throws Exception {
    Path said = directory.resolve("said");
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of("promtool"), Arrays.stream(arguments)).toList())
            .directory(directory.toFile())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "promtool does not end");
    return new Verdict(process.exitValue(), Files.readString(said));
  }

  private static String rules() throws IOException {
    try (var in =
        Objects.requireNonNull(ProfileLoader.class.getResourceAsStream("prometheus/rules.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void promtoolHasNothingAgainstTheMetrics() throws Exception {
    try (Station station = Station.busy(directory.resolve("data"));
        Doorway door = Doorway.open(station, directory)) {
      Path metrics = Files.writeString(directory.resolve("m"), door.get("/metrics").body());
      assertEquals(new Verdict(0, ""), promtool(metrics, "check", "metrics"));
      Path worse =
          Files.writeString(
              directory.resolve("w"),
              Files.readString(metrics).replace("hall24_visits_total", "hall24_visits_gauge"));
      assertTrue(promtool(worse, "check", "metrics").code() != 0, "promtool judges");
    }
  }

  @Test
  void promtoolAcceptsTheRulesAndEveryAlertFiresWhenItShould() throws Exception {
    Path rules = Files.writeString(directory.resolve("rules.yaml"), rules());
    Path test = directory.resolve("rules-test.yaml");
    Files.copy(RULES_TEST, test);
    Verdict checked = promtool(rules, "check", "rules", "rules.yaml");
    assertEquals(0, checked.code(), checked.said());
    assertTrue(checked.said().contains("15 rules found"), checked.said());
    Verdict tested = promtool(rules, "test", "rules", "rules-test.yaml");
    assertEquals(0, tested.code(), tested.said());
    Files.writeString(rules, rules().replace("< 20", "< 19"));
    assertTrue(
        promtool(rules, "test", "rules", "rules-test.yaml").code() != 0, "the test can fail");
  }

  @Test
  void theManualsScrapeConfigurationIsOne() throws Exception {
    String manual = Files.readString(MANUAL);
    String example =
        manual.substring(
            manual.indexOf("global:\n"), manual.indexOf("```", manual.indexOf("global:\n")));
    Path file = Files.writeString(directory.resolve("example.yaml"), example);
    Verdict verdict = promtool(file, "check", "config", "--syntax-only", "example.yaml");
    assertEquals(0, verdict.code(), verdict.said());
  }

  @Test
  void prometheusScrapesWithItsCertificateAndAlarms() throws Exception {
    try (Station station = Station.busy(Files.createDirectories(directory.resolve("data")));
        Doorway door = Doorway.open(station, directory);
        PrometheusServer prometheus = PrometheusServer.start(configuration(door), directory)) {
      assertEquals(11, prometheus.value("hall24_stock_sheets{medium='a3',place='inTray'}"));
      assertEquals(1, prometheus.value("up{job='hall24'}"));
      assertEquals(1, prometheus.value("hall24_visits_total{outcome='collected'}"));
      assertEquals(12.5, prometheus.value("hall24_visit_machine_time_seconds{quantile='0.95'}"));
      JsonNode metadata =
          prometheus.await(
              "/api/v1/metadata?metric=hall24_journal_oldest_unsent_age_seconds",
              json -> !json.at("/data").isEmpty());
      assertEquals(
          "seconds",
          metadata.at("/data/hall24_journal_oldest_unsent_age_seconds/0/unit").textValue(),
          "it was read as OpenMetrics");
      prometheus.await(
          "/api/v1/alerts",
          json ->
              StreamSupport.stream(json.at("/data/alerts").spliterator(), false)
                  .filter(alert -> alert.at("/state").asText().equals("firing"))
                  .anyMatch(
                      alert -> alert.at("/labels/alertname").asText().equals("IssuanceUnknown")));
      for (String job : List.of("stranger", "nobody")) {
        assertEquals(0, prometheus.value("up{job='" + job + "'}"), job);
        prometheus.await(
            "/api/v1/targets", targets -> refusal(targets, job).contains("remote error: tls: "));
      }
    }
  }

  private static String refusal(JsonNode targets, String job) {
    return StreamSupport.stream(targets.at("/data/activeTargets").spliterator(), false)
        .filter(target -> target.at("/labels/job").asText().equals(job))
        .map(target -> target.at("/lastError").asText())
        .findFirst()
        .orElse("");
  }

  /** Who may, who has a stranger's certificate, and who has none; rules are asked every second. */
  private Path configuration(Doorway door) throws Exception {
    Files.writeString(
        directory.resolve("rules.yaml"), rules().replace("interval: 30s", "interval: 1s"));
    var stranger = new CertificateOffice("stranger-ca", directory, HallClock.system().wallTime());
    String jobs =
        job("hall24", door, shown(door.office))
            + job("stranger", door, shown(stranger))
            + job("nobody", door, "");
    return Files.writeString(
        directory.resolve("prometheus.yaml"),
        "global: { scrape_interval: 1s, scrape_timeout: 1s }\n"
            + "rule_files: [rules.yaml]\nscrape_configs:\n"
            + jobs);
  }

  private static String shown(CertificateOffice office) throws Exception {
    CertificateOffice.Issued issued = office.forClient();
    return ", cert_file: %s, key_file: %s"
        .formatted(
            office.pem("client.pem", issued.certificate()), office.pem("client.key", issued.key()));
  }

  private static String job(String name, Doorway door, String shown) {
    return """
      - job_name: %s
        scheme: https
        tls_config: { ca_file: %s, min_version: TLS13%s }
        static_configs: [{ targets: ["localhost:%d"] }]
    """
        .formatted(name, door.office.issuer(), shown, door.server.port());
  }
}
