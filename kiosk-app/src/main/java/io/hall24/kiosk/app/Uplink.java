package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.TlsIdentity;
import io.hall24.kiosk.crypto.VerificationKey;
import io.hall24.kiosk.gateway.HttpIdentityOffice;
import io.hall24.kiosk.gateway.HttpRegistry;
import io.hall24.kiosk.gateway.IdentityOffice;
import io.hall24.kiosk.gateway.NetworkState;
import io.hall24.kiosk.gateway.Registry;
import io.hall24.kiosk.gateway.RegistryLink;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.gateway.TrustAnchor;
import io.hall24.kiosk.gateway.Uploader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The terminal's line to the registry.
 *
 * @param link the contract's HTTP
 * @param registry asks
 * @param office confirms people
 * @param upload sends the journal
 */
record Uplink(RegistryLink link, Registry registry, IdentityOffice office, Uploader upload) {
  static Uplink of(
      Profile profile, TerminalRecord record, RegistryTime time, StatusBoard board, HallClock clock)
      throws CannotOpen {
    var verifier =
        new StatementVerifier(
            record.vault().suite(),
            List.of(anchor(profile.registry().trustAnchor(), record.vault().suite())));
    var link =
        new RegistryLink(
            profile.registry().url(),
            profile.terminal().id(),
            verifier,
            time,
            new NetworkState(board),
            clock,
            tls(profile));
    return new Uplink(
        link,
        new HttpRegistry(link),
        new HttpIdentityOffice(link),
        new Uploader(link, record.journal()));
  }

  private static Optional<TlsIdentity> tls(Profile profile) throws CannotOpen {
    if (profile.registry().tls().isEmpty()) {
      return Optional.empty();
    }
    Profile.Tls files = profile.registry().tls().get();
    return switch (TlsIdentity.read(files.keyStore(), files.passphraseFile(), files.trust())) {
      case TlsIdentity.Reading.Ready(var identity) -> Optional.of(identity);
      case TlsIdentity.Reading.Unusable(var problem) ->
          throw new CannotOpen(
              "registry.tls of the profile cannot be used: " + problem,
              "put key store, passphrase and trust there");
    };
  }

  private static VerificationKey anchor(Path file, CryptoSuite suite) throws CannotOpen {
    try {
      return TrustAnchor.ofJwk(Files.readString(file), suite)
          .orElseThrow(() ->
              new CannotOpen(
                  file + " is no public key of the suite " + suite.name() + " (JWK with a key id)",
                  "fetch the registry's trust anchor again"));
    } catch (IOException unreadable) {
      throw new CannotOpen(
          "the registry's trust anchor " + file + " cannot be read: " + unreadable,
          "put it there or correct registry.trust-anchor in the profile");
    }
  }
}
