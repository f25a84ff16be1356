package io.hall24.kiosk.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.TlsIdentity;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.ops.health.CertificateOffice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terminal and registry know each other by certificates, or do not talk. */
class MutualTlsTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final String TERMINAL = "H24-TEST-0001";
  @TempDir Path directory;
  private CertificateOffice authority;
  private CertificateOffice stranger;
  private SandboxRegistry registry;
  private final StatusBoard board = new StatusBoard(CLOCK);

  @BeforeEach
  void startRegistry() throws Exception {
    authority = new CertificateOffice("authority", directory, CLOCK.wallTime());
    stranger = new CertificateOffice("stranger", directory, CLOCK.wallTime());
    registry =
        SandboxRegistry.startTls(
            directory.resolve("registry.db"),
            0,
            Seed.demo(),
            CLOCK,
            CertificateOffice.client(authority, authority.forServer()));
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
  }

  private Heard asked(Optional<TlsIdentity> tls) throws InterruptedException {
    var anchor = TrustAnchor.ofJwk(registry.trustAnchor()).orElseThrow();
    try (var link =
        new RegistryLink(
            registry.url(),
            TERMINAL,
            new StatementVerifier(CryptoSuite.international(), List.of(anchor)),
            new RegistryTime(Instant.EPOCH, CLOCK),
            new NetworkState(board),
            CLOCK,
            tls)) {
      return link.ask(Call.get("/v1/time", "TIME"), Patience.of(Duration.ofSeconds(20), CLOCK));
    }
  }

  private TlsIdentity files(CertificateOffice issuer, String name, CertificateOffice trusted)
      throws Exception {
    Path store = issuer.keyStore(name + ".p12", issuer.forClient(name), "secret");
    Path passphrase = Files.writeString(directory.resolve("passphrase"), "secret\n");
    return assertInstanceOf(
            TlsIdentity.Reading.Ready.class, TlsIdentity.read(store, passphrase, trusted.issuer()))
        .identity();
  }

  @Test
  void withItsOwnCertificateTheTerminalIsAnswered() throws Exception {
    assertTrue(registry.url().toString().startsWith("https:"));
    assertInstanceOf(Heard.Answer.class, asked(Optional.of(files(authority, TERMINAL, authority))));
    assertEquals(DeviceState.ONLINE, board.of(NetworkState.ID).orElseThrow().state());
  }

  @Test
  void withoutACertificateNobodyIsAnswered() throws Exception {
    var nobody = new TlsIdentity(CertificateOffice.nobody(authority), List.of(), List.of());
    assertInstanceOf(Heard.Nothing.class, asked(Optional.of(nobody)));
    assertEquals(DeviceState.OFFLINE, board.of(NetworkState.ID).orElseThrow().state());
  }

  @Test
  void aCertificateOfAnotherIssuerIsNone() throws Exception {
    assertInstanceOf(Heard.Nothing.class, asked(Optional.of(files(stranger, TERMINAL, authority))));
  }

  @Test
  void aRegistryWithACertificateOfAnotherIssuerIsNotTalkedTo() throws Exception {
    assertInstanceOf(Heard.Nothing.class, asked(Optional.of(files(authority, TERMINAL, stranger))));
  }

  @Test
  void theMachinesOwnTrustStoreDoesNotCount() throws Exception {
    assertInstanceOf(Heard.Nothing.class, asked(Optional.empty()));
  }

  @Test
  void anotherTerminalsCertificateIsRefused() throws Exception {
    var other = Optional.of(files(authority, "H24-TEST-0002", authority));
    assertEquals("TERMINAL_BLOCKED", assertInstanceOf(Heard.Problem.class, asked(other)).problem());
  }
}
