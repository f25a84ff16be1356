package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.SigningKey;
import io.hall24.kiosk.crypto.StatementSigner;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.demo.registry.Faults;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.gateway.Bundle;
import io.hall24.kiosk.gateway.Bundles;
import io.hall24.kiosk.gateway.NetworkState;
import io.hall24.kiosk.gateway.RegistryLink;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.gateway.TrustAnchor;
import io.hall24.kiosk.licence.FormBundle;
import io.hall24.kiosk.licence.LicenceForms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogue and forms from the sandbox registry, kept only when they can be used. */
class BundleShelfTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final String ITEM =
      CataloguesTest.CELLS
          + "A-1\t古树名木认养\t\tCULTURE\t\t\t\tyes\t林业窗口\thttps://hall.example/A-1\t\n";
  private final SigningKey authority = SUITE.newSigningKey();
  @TempDir Path data;
  private SandboxRegistry registry;
  private RegistryLink link;
  private BundleShelf shelf;

  @BeforeEach
  void open() throws IOException {
    registry = SandboxRegistry.start(data.resolve("registry.db"), 0, Seed.demo(), CLOCK);
    var anchor = TrustAnchor.ofJwk(registry.trustAnchor()).orElseThrow();
    link =
        new RegistryLink(
            registry.url(),
            "H24-TEST-1",
            new StatementVerifier(SUITE, List.of(anchor)),
            new RegistryTime(Instant.EPOCH, CLOCK),
            new NetworkState(new StatusBoard(CLOCK)),
            CLOCK);
    var trusted = new StatementVerifier(SUITE, List.of(authority.verification()));
    shelf = new BundleShelf(data, Optional.of(trusted));
  }

  @AfterEach
  void close() {
    link.close();
    registry.close();
  }

  private boolean refreshed() throws InterruptedException {
    return shelf.refresh(new Bundles(link), CLOCK);
  }

  private List<String> titles() {
    return Catalogues.of(data, shelf).items().stream().map(ServiceItem::title).toList();
  }

  private static Map<String, byte[]> catalogue(String text) {
    return Map.of("catalogue.tsv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theRegistrysCatalogueIsUsedUntilItHasAnother() throws Exception {
    assertTrue(refreshed(), "a registry that has none answers too");
    assertTrue(titles().contains("营业执照领取"), "the sample");
    registry.offer("catalogue", catalogue(ITEM));
    assertTrue(refreshed());
    assertEquals(List.of("古树名木认养"), titles());
    registry.offer("catalogue", catalogue(ITEM.replace("古树", "名树")));
    assertTrue(refreshed());
    assertEquals(List.of("名树名木认养"), titles());
  }

  @Test
  void whatIsHeldIsNotSentAgain() throws Exception {
    registry.offer("catalogue", catalogue(ITEM));
    var bundles = new Bundles(link);
    Patience patience = Patience.of(Duration.ofSeconds(20), CLOCK);
    var fetched =
        assertInstanceOf(
            Bundles.Found.Fetched.class,
            bundles.fetch(Bundle.Name.CATALOGUE, Optional.empty(), patience));
    assertEquals(
        new Bundles.Found.Unchanged(),
        bundles.fetch(Bundle.Name.CATALOGUE, Optional.of(fetched.bundle().etag()), patience));
    assertEquals(
        new Bundles.Found.Refused("NOT_FOUND"),
        bundles.fetch(Bundle.Name.FORMS, Optional.empty(), patience));
  }

  @Test
  void aCatalogueWithMistakesDoesNotTakeThePlaceOfTheOne() throws Exception {
    registry.offer("catalogue", catalogue(ITEM));
    refreshed();
    registry.offer("catalogue", catalogue(CataloguesTest.CELLS + "A-1\t\n"));
    assertTrue(refreshed());
    assertEquals(List.of("古树名木认养"), titles());
  }

  @Test
  void anAnswerThatTheRegistryHasNotSignedIsNone() throws Exception {
    registry.offer("catalogue", catalogue(ITEM));
    registry.misbehave(Faults.NONE.with(Faults.Fault.BAD_SIGNATURE, 1));
    assertEquals(
        Bundles.Found.Unavailable.class,
        new Bundles(link)
            .fetch(
                Bundle.Name.CATALOGUE, Optional.empty(), Patience.of(Duration.ofSeconds(2), CLOCK))
            .getClass());
    assertEquals(Optional.empty(), shelf.catalogue());
  }

  private Map<String, byte[]> forms(SigningKey signer) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String file : LicenceForms.FILES) {
      try (var in =
          LicenceForms.class.getResourceAsStream(
              "/io/hall24/config/forms/unofficial-sample-2019/" + file)) {
        files.put(file, Objects.requireNonNull(in).readAllBytes());
      }
    }
    String hashes =
        files.entrySet().stream()
            .map(file ->
                "\""
                    + file.getKey()
                    + "\":\""
                    + SUITE.digest(Bytes.of(file.getValue())).hex()
                    + "\"")
            .collect(Collectors.joining(","));
    String manifest = "{\"form\":\"unofficial-sample-2019\",\"files\":{" + hashes + "}}";
    files.put(
        FormBundle.SIGNATURE,
        new StatementSigner(SUITE, signer)
            .sign(FormBundle.TYPE, Bytes.utf8(manifest))
            .compact()
            .getBytes(StandardCharsets.US_ASCII));
    return files;
  }

  @Test
  void formsAreKeptOnlyWhenTheirOwnAuthoritySignedThem() throws Exception {
    registry.offer("forms", forms(SUITE.newSigningKey()));
    assertTrue(refreshed());
    assertEquals(Optional.empty(), shelf.forms(), "signed by somebody else");
    registry.offer("forms", forms(authority));
    assertTrue(refreshed());
    Path kept = shelf.forms().orElseThrow();
    assertTrue(Files.exists(kept.resolve(FormBundle.SIGNATURE)));
    registry.offer("forms", forms(SUITE.newSigningKey()));
    assertTrue(refreshed());
    assertEquals(Optional.of(kept), shelf.forms(), "the good ones stay");
  }
}
