package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Profile;
import io.hall24.config.ProfileLoader;
import io.hall24.config.ProfileLoading;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.SigningKey;
import io.hall24.kiosk.crypto.StatementSigner;
import io.hall24.kiosk.gateway.TrustAnchor;
import io.hall24.kiosk.licence.FormBundle;
import io.hall24.kiosk.licence.LicenceForms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperWorkTest {
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final Map<String, String> VARIABLES =
      Map.of(
          "REGISTRY_URL", "http://127.0.0.1:8700",
          "REGISTRY_TRUST_ANCHOR", "anchor.jwk",
          "DATA", "/data",
          "WORLD", "/world",
          "PRINTER_URI", "ipp://127.0.0.1:8631/ipp/print",
          "PRINTER_COMMAND", "/printer.sh");

  /** What a terminal of a hall has besides, so that only its forms are in question. */
  private static final String TLS =
      "tls: {key-store: terminal.p12, key-store-passphrase-file: terminal.pass, trust: hall.pem}";

  private final SigningKey authority = SUITE.newSigningKey();
  @TempDir Path folder;

  @BeforeEach
  void authorityPublishesItsKey() throws IOException {
    Files.writeString(folder.resolve("forms.jwk"), TrustAnchor.jwk(authority.verification()));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LicenceForms.class.getResourceAsStream("/io/hall24/config/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Profile demo() throws IOException {
    return profile(resource("profiles/demo.yaml"));
  }

  private Profile production() throws IOException {
    return profile(
        resource("profiles/demo.yaml")
            .replace("kind: demo", "kind: production")
            .replace("url: ${REGISTRY_URL}", "url: https://registry.example\n  " + TLS));
  }

  private Profile profile(String demoOrHall) {
    String yaml =
        demoOrHall.replace("  evidence", "  forms: {directory: ., trust: forms.jwk}\n  evidence");
    return assertInstanceOf(
            ProfileLoading.Loaded.class,
            new ProfileLoader(VARIABLES).parse("hall.yaml", yaml, folder))
        .profile();
  }

  private void bundle(String name) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (String file : LicenceForms.FILES) {
      String form =
          resource("forms/unofficial-sample-2019/" + file).replace("unofficial-sample-2019", name);
      if (!name.startsWith("unofficial")) {
        form = form.replaceFirst("(?m)^sample-mark:.*\n", "");
      }
      Files.writeString(folder.resolve(file), form);
      hashes.put(file, SUITE.digest(Bytes.utf8(form)).hex());
    }
    String files =
        hashes.entrySet().stream()
            .map(file -> "\"" + file.getKey() + "\":\"" + file.getValue() + "\"")
            .collect(Collectors.joining(","));
    String manifest = "{\"form\":\"" + name + "\",\"files\":{" + files + "}}";
    Files.writeString(
        folder.resolve(FormBundle.SIGNATURE),
        new StatementSigner(SUITE, authority)
            .sign(FormBundle.TYPE, Bytes.utf8(manifest))
            .compact());
  }

  @Test
  void productionPrintsWhatTheAuthoritySigned() throws Exception {
    bundle("yunling-2026");
    assertEquals("yunling-2026", PaperWork.forms(production(), Optional.empty()).original().name());
  }

  @Test
  void productionRefusesSampleFormsWhoeverSignedThem() throws Exception {
    bundle("unofficial-sample-2019");
    Profile production = production();
    CannotOpen refused =
        assertThrows(CannotOpen.class, () -> PaperWork.forms(production, Optional.empty()));
    assertTrue(String.valueOf(refused.getMessage()).contains("controlled stock"));
  }

  @Test
  void demonstrationRefusesFormsThatDoNotSaySample() throws Exception {
    bundle("yunling-2026");
    Profile demo = demo();
    assertThrows(CannotOpen.class, () -> PaperWork.forms(demo, Optional.empty()));
  }

  @Test
  void unsignedFormsAreRefused() throws Exception {
    bundle("yunling-2026");
    Files.delete(folder.resolve(FormBundle.SIGNATURE));
    Profile production = production();
    CannotOpen refused =
        assertThrows(CannotOpen.class, () -> PaperWork.forms(production, Optional.empty()));
    assertTrue(String.valueOf(refused.getMessage()).contains(FormBundle.SIGNATURE));
  }
}
