package io.hall24.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileLoaderTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "REGISTRY_URL", "http://127.0.0.1:8700",
          "REGISTRY_TRUST_ANCHOR", "anchor.jwk",
          "DATA", "/data",
          "WORLD", "/world",
          "PRINTER_COMMAND", "/counterparts/printer/mechanics.sh",
          "PRINTER_URI", "ipp://127.0.0.1:8631/ipp/print");

  private static final String FORMS = "  forms: {directory: forms, trust: forms.jwk}";

  private static final String TLS =
      "tls: {key-store: terminal.p12, key-store-passphrase-file: terminal.pass, trust:"
          + " registry.pem}";

  private static String demo() throws IOException {
    return shipped("demo");
  }

  private static String shipped(String name) throws IOException {
    try (var in = ProfileLoader.class.getResourceAsStream("profiles/" + name + ".yaml")) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ProfileLoading parse(String yaml) {
    return new ProfileLoader(VARIABLES).parse("p.yaml", yaml, Path.of("/etc/hall24"));
  }

  private static List<Mistake> mistakes(String yaml) {
    return assertInstanceOf(ProfileLoading.Faulty.class, parse(yaml)).mistakes();
  }

  @Test
  void shippedDemoProfileLoads() throws IOException {
    var loaded = assertInstanceOf(ProfileLoading.Loaded.class, parse(demo()));
    Profile profile = loaded.profile();
    assertEquals(Profile.Kind.DEMO, profile.kind());
    assertEquals(Duration.ofMinutes(15), profile.visit().longest());
    assertEquals(Path.of("/data/models"), profile.identity().models());
    assertEquals(Path.of("/etc/hall24/anchor.jwk"), profile.registry().trustAnchor());
    var camera = profile.devices().get(Profile.Role.CAMERA);
    assertEquals("javacv-camera", java.util.Objects.requireNonNull(camera).driver());
    assertEquals("/world/camera/face%03d.jpg", camera.settings().get("source"));
  }

  @Test
  void aScreenOnWhichKeysAreNarrowerThanAFingerIsAMistake() throws IOException {
    String small = demo().replace("screen-inches: 32", "screen-inches: 15.6");
    assertTrue(
        mistakes(small).toString().contains("narrower than 20 mm"),
        () -> mistakes(small).toString());
    String least = demo().replace("screen-inches: 32", "screen-inches: 20.7");
    assertInstanceOf(ProfileLoading.Loaded.class, parse(least));
  }

  @Test
  void theNearestTerminalIsToldInBothLanguagesOrNotAtAll() throws IOException {
    var loaded = assertInstanceOf(ProfileLoading.Loaded.class, parse(demo()));
    assertTrue(loaded.profile().terminal().nearby().orElseThrow().en().contains("24-hour"));
    String half = demo().replaceAll("(?m)^    en: Qihu.*\n", "");
    assertTrue(mistakes(half).toString().contains("en"), () -> mistakes(half).toString());
  }

  @Test
  void shippedSimulatedProfileLoads() throws IOException {
    var loaded = assertInstanceOf(ProfileLoading.Loaded.class, parse(shipped("demo-simulated")));
    assertEquals(Profile.Kind.DEMO, loaded.profile().kind());
  }

  @Test
  void aTerminalMayDoWithoutAPlainPrinterButNotWithThatOfStock() throws IOException {
    String yaml = shipped("demo-simulated");
    String without =
        yaml.substring(0, yaml.indexOf("  # Test pages"))
            .replace("credential: always", "credential: never");
    var loaded = assertInstanceOf(ProfileLoading.Loaded.class, parse(without));
    assertFalse(loaded.profile().devices().containsKey(Profile.Role.PLAIN_PRINTER));
    List<Mistake> found = mistakes(yaml.replace("/plain/mechanics", "/printer/mechanics"));
    assertEquals(1, found.size());
    assertEquals("devices.plain-printer", found.getFirst().where());
  }

  @Test
  void everyMistakeIsReportedAtOnceWithItsLine() throws IOException {
    String yaml =
        demo()
            .replace("threshold: 0.50", "threshold: 45")
            .replace("face-time: 60s", "face-time: soon")
            .replace("kind: demo", "kind: practice")
            .replace("attempts: 3", "attempts: 3\n  patience: 4")
            .replace("evidence: [ipp-completed, output-eye]", "evidence: [hope]");
    var found = mistakes(yaml);
    assertEquals(
        List.of(
            "kind",
            "identity.threshold",
            "identity.face-time",
            "identity.patience",
            "issuance.evidence"),
        found.stream().map(Mistake::where).toList());
    for (Mistake mistake : found) {
      String last = mistake.where().substring(mistake.where().lastIndexOf('.') + 1);
      assertTrue(yaml.lines().toList().get(mistake.line() - 1).contains(last), mistake.toString());
    }
  }

  @Test
  void whatAServiceDoesWithoutTheRegistryIsChosenAmongWhatIsHarmless() throws IOException {
    var loaded = assertInstanceOf(ProfileLoading.Loaded.class, parse(demo()));
    Profile.Offline offline = loaded.profile().offline();
    assertEquals(OfflinePolicy.QUEUE, offline.of(OfflineService.COLLECT));
    assertEquals(OfflinePolicy.FINISH_IN_FLIGHT, offline.of(OfflineService.ANNOUNCED_VISIT));
    assertEquals(OfflinePolicy.REFUSE, Profile.Offline.STANDARD.of(OfflineService.ANNOUNCED_VISIT));

    List<Mistake> found =
        mistakes(
            demo()
                .replace("  collect: queue", "  collect: allow-local")
                .replace("collect-for-others: refuse", "collect-for-others: finish-in-flight")
                .replace("rating: queue", "ratings: queue"));
    assertEquals(
        List.of("offline.collect", "offline.collect-for-others", "offline.ratings"),
        found.stream().map(Mistake::where).toList());
    assertEquals("'allow-local' is not one of queue, refuse", found.getFirst().problem());
  }

  @Test
  void aProfileChoosesItsAlgorithms() throws IOException {
    var plain = assertInstanceOf(ProfileLoading.Loaded.class, parse(demo()));
    assertEquals(Profile.Crypto.INTERNATIONAL, plain.profile().crypto());
    String national = demo().replace("kind: demo", "kind: demo\ncrypto: national");
    var chosen = assertInstanceOf(ProfileLoading.Loaded.class, parse(national));
    assertEquals(Profile.Crypto.NATIONAL, chosen.profile().crypto());
    assertEquals("crypto", mistakes(national.replace(": national", ": rot13")).getFirst().where());
  }

  @Test
  void missingSectionAndVariableAreNamed() throws IOException {
    String yaml = demo().replace("${PRINTER_URI}", "${PRINTER}").replace("visit:", "visits:");
    var found = mistakes(yaml);
    assertTrue(
        found.stream().anyMatch(m -> m.problem().contains("variable PRINTER")), found::toString);
    assertTrue(found.stream().anyMatch(m -> m.where().equals("visit")), found::toString);
    assertTrue(found.stream().anyMatch(m -> m.where().equals("visits")), found::toString);
  }

  @Test
  void productionNeedsMoreThanThePrintersWord() throws IOException {
    String yaml = production().replace("[ipp-completed, output-eye]", "[ipp-completed]\n" + FORMS);
    assertEquals(List.of("issuance"), mistakes(yaml).stream().map(Mistake::where).toList());
  }

  @Test
  void productionNeedsTheAuthoritysForms() throws IOException {
    String yaml = production();
    List<Mistake> mistakes = mistakes(yaml);
    assertEquals(1, mistakes.size(), mistakes::toString);
    assertTrue(mistakes.getFirst().problem().contains("signed"), mistakes::toString);
    var loaded =
        assertInstanceOf(
            ProfileLoading.Loaded.class, parse(yaml.replace("  evidence", FORMS + "\n  evidence")));
    assertEquals(
        Optional.of(
            new Profile.Forms(Path.of("/etc/hall24/forms"), Path.of("/etc/hall24/forms.jwk"))),
        loaded.profile().issuance().forms());
  }

  /** The demo's profile as a production one would have to be, but for the forms. */
  private static String production() throws IOException {
    return demo()
        .replace("kind: demo", "kind: production")
        .replace("credential: always", "credential: never")
        .replace("url: ${REGISTRY_URL}", "url: https://registry.example\n  " + TLS);
  }

  @Test
  void productionTalksToTheRegistryByMutualTlsOnly() throws IOException {
    String forms = production().replace("  evidence", FORMS + "\n  evidence");
    var loaded = assertInstanceOf(ProfileLoading.Loaded.class, parse(forms));
    assertEquals(
        Optional.of(
            new Profile.Tls(
                Path.of("/etc/hall24/terminal.p12"),
                Path.of("/etc/hall24/terminal.pass"),
                Path.of("/etc/hall24/registry.pem"))),
        loaded.profile().registry().tls());
    for (String wrong :
        List.of(
            forms.replace("  " + TLS + "\n", ""),
            forms.replace("https://registry.example", "http://registry.example"),
            demo().replace("${REGISTRY_URL}", "https://registry.example"),
            demo().replace("url: ${REGISTRY_URL}", "url: ${REGISTRY_URL}\n  " + TLS))) {
      assertTrue(
          mistakes(wrong).stream().anyMatch(mistake -> mistake.toString().contains("registry")),
          wrong);
    }
  }

  @Test
  void printerIsCalibratedWithinLimits() throws IOException {
    String yaml =
        demo()
            .replace(
                "  evidence",
                """
                  calibration:
                    original: {right: -1.25, down: 0.4, across: 1.002, along: 0.998}
                  evidence\
                """);
    var loaded = assertInstanceOf(ProfileLoading.Loaded.class, parse(yaml));
    assertEquals(
        new Profile.Calibration(
            new Profile.Placement(-1.25, 0.4, 1.002, 0.998), Profile.Placement.EXACT),
        loaded.profile().issuance().calibration());
    assertEquals(
        List.of("issuance.calibration.original.right", "issuance.calibration.original.along"),
        mistakes(yaml.replace("-1.25", "-12.5").replace("0.998", "0.9")).stream()
            .map(Mistake::where)
            .toList());
  }

  private static final String SHIPPED_HOURS = "Mon-Fri 09:00-12:00 13:00-17:00; Sat 09:00-12:00";

  private static List<String> faultsInProduction(String clerk, String remote, String terminal)
      throws IOException {
    String yaml =
        production()
            .replace("  evidence", FORMS + "\n  evidence")
            .replace("clerk: " + SHIPPED_HOURS, "clerk: " + clerk)
            .replace("remote-clerk: always", "remote-clerk: " + remote)
            .replace("terminal: always", "terminal: " + terminal);
    return switch (parse(yaml)) {
      case ProfileLoading.Loaded _ -> List.of();
      case ProfileLoading.Faulty(var mistakes) ->
          mistakes.stream().map(m -> m.where() + ": " + m.problem()).toList();
    };
  }

  @Test
  void terminalThatIsAlwaysOpenNeedsAWayWithoutAFaceAtEveryHour() throws IOException {
    List<String> night = faultsInProduction(SHIPPED_HOURS, "never", "always");
    assertEquals(1, night.size());
    assertTrue(night.getFirst().contains("from Mon 00:00 on there is none"), night::toString);
    List<String> gap = faultsInProduction(SHIPPED_HOURS, "Mon-Sun 00:00-09:00", "always");
    assertTrue(gap.getFirst().contains("from Mon 12:00"), gap::toString);
    assertEquals(List.of(), faultsInProduction(SHIPPED_HOURS, "always", "always"));
    assertEquals(
        List.of(),
        faultsInProduction(SHIPPED_HOURS, "never", "Mon-Fri 08:00-18:00"),
        "a time is booked outside the clerk's hours");
  }

  @Test
  void credentialsAreTakenOnlyWhereSomethingReadsThem() throws IOException {
    String blind = demo().replace("  code-scanner:\n", "  keypad:\n");
    var found = mistakes(blind);
    assertEquals(List.of("opening"), found.stream().map(Mistake::where).toList());
    assertTrue(found.getFirst().problem().contains("code-scanner"), found::toString);
  }

  @Test
  void hoursWithoutAClerkNeedMovements() throws IOException {
    String yaml =
        production()
            .replace("  evidence", FORMS + "\n  evidence")
            .replace("movements: 3", "movements: 0");
    var found = mistakes(yaml);
    assertEquals(List.of("identity"), found.stream().map(Mistake::where).toList());
    assertTrue(found.getFirst().problem().contains("Mon 00:00"), found::toString);
    assertInstanceOf(
        ProfileLoading.Loaded.class,
        parse(yaml.replace("clerk: " + SHIPPED_HOURS, "clerk: always")),
        "a clerk watches");
  }

  @Test
  void oneMovementOnlyCouldBeForeseen() throws IOException {
    var found =
        mistakes(demo().replace("of: [turn-left, turn-right, blink, open-mouth]", "of: [blink]"));
    assertEquals(List.of("identity.challenge.of"), found.stream().map(Mistake::where).toList());
  }

  @Test
  void warnsWithoutAnInfraredSourceAndWithoutACalibration(@TempDir Path directory)
      throws IOException {
    var without = assertInstanceOf(ProfileLoading.Loaded.class, parse(demo()));
    assertEquals(2, without.profile().warnings().size());
    assertTrue(without.profile().warnings().getFirst().contains("no infrared source"));
    assertTrue(without.profile().warnings().getLast().startsWith("identity.calibration"));
    Path file = directory.resolve("calibration.yaml");
    Files.writeString(file, new Calibrated("nets-1", 0.44, 0.001, 3, true).yaml());
    var with =
        assertInstanceOf(
            ProfileLoading.Loaded.class,
            parse(demo().replace("infrared: false", "infrared: true\n  calibration: " + file)));
    assertEquals(List.of(), with.profile().warnings());
    assertEquals(
        Optional.of("nets-1"), with.profile().identity().calibration().map(Calibrated::algorithm));
  }

  @Test
  void aProfileIsNeverLaxerThanItsCalibration(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("calibration.yaml");
    String yaml = demo().replace("infrared: false", "infrared: true\n  calibration: " + file);
    Files.writeString(file, new Calibrated("nets-1", 0.5001, 0.001, 2, false).yaml());
    assertEquals(
        List.of("identity.threshold", "identity.attempts", "identity.calibration"),
        mistakes(yaml).stream().map(Mistake::where).toList());
    Files.writeString(file, "threshold: high\n");
    assertTrue(
        mistakes(yaml).stream().allMatch(found -> found.where().equals("identity.calibration")));
    Files.delete(file);
    assertTrue(mistakes(yaml).getFirst().problem().contains("cannot be read"));
  }

  private static String withHealth(String port, String trust) throws IOException {
    return demo()
        .replace(
            "\ndevices:",
            """

            health:
              port: %s
              key-store: health.p12
              key-store-passphrase-file: /run/health.pass
              trust: %s

            devices:\
            """
                .formatted(port, trust));
  }

  @Test
  void withoutCertificatesNothingListens() throws IOException {
    var loaded = assertInstanceOf(ProfileLoading.Loaded.class, parse(demo()));
    assertEquals(Optional.empty(), loaded.profile().health());
  }

  @Test
  void healthIsPulledWithCertificates() throws IOException {
    var loaded =
        assertInstanceOf(ProfileLoading.Loaded.class, parse(withHealth("9524", "ops.pem")));
    assertEquals(
        Optional.of(
            new Profile.Health(
                9524,
                Path.of("/etc/hall24/health.p12"),
                Path.of("/run/health.pass"),
                Path.of("/etc/hall24/ops.pem"))),
        loaded.profile().health());
  }

  @Test
  void healthNeedsAPortAndItsOwnTrust() throws IOException {
    var found = mistakes(withHealth("80", "health.p12"));
    assertEquals(
        List.of("health.port", "health.trust"), found.stream().map(Mistake::where).toList());
    var without = mistakes(withHealth("9524", "ops.pem").replaceAll("(?m)^ *trust: ops.pem$", ""));
    assertEquals(List.of("health.trust"), without.stream().map(Mistake::where).toList());
  }

  @Test
  void brokenYamlIsAMistakeWithItsLine() {
    var found = mistakes("profile: demo\nkind: [demo\nterminal: }\n");
    assertEquals(1, found.size());
    assertTrue(found.getFirst().line() >= 2, found::toString);
    assertEquals("is empty", mistakes("").getFirst().problem());
  }
}
