package io.hall24.kiosk.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.Verification;
import io.hall24.kiosk.gateway.JournalUpload.UploadOutcome;
import io.hall24.kiosk.issuance.Ticket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terminal and registry with SM2, SM3 and SM4; the sandbox hashes and verifies by itself. */
class NationalSuiteRegistryTest {
  @TempDir Path directory;

  @Test
  void aLicenceIsGrantedIssuedAndAcknowledgedUnderTheNationalSuite() throws Exception {
    try (Hall hall = Hall.enrolled(directory, CryptoSuite.national())) {
      hall.load("ZA001", "ZA009");
      Ticket ticket = hall.request("YL-2026-000318");
      Grant grant = hall.granted(ticket);
      hall.present(ticket, grant, "ZA001");
      hall.collect(ticket, "ZA001");
      assertEquals(new UploadOutcome.Acknowledged(hall.journal.head().sequence()), hall.upload());
      assertEquals("ACTIVE", hall.sandbox.sheets().get("ZA001"));
      assertEquals("national", hall.journal.tail(1).getFirst().suite());
      var verifier =
          new StatementVerifier(
              CryptoSuite.national(),
              List.of(TrustAnchor.ofJwk(hall.sandbox.trustAnchor()).orElseThrow()));
      assertInstanceOf(
          Verification.Valid.class,
          verifier.verify(
              hall.journal.lastCheckpoint().orElseThrow().signed(), "hall24-checkpoint"));
      String anchor = hall.sandbox.trustAnchor();
      hall.stopRegistry();
      hall.startRegistry();
      assertEquals(anchor, hall.sandbox.trustAnchor(), "its key is kept");
      assertEquals(List.of(), hall.sandbox.openIssuances());
    }
  }

  @Test
  void aKeyOfTheOtherSuiteIsNoTrustAnchor() throws Exception {
    try (Hall hall = Hall.enrolled(directory, CryptoSuite.national())) {
      String jwk = hall.sandbox.trustAnchor();
      assertEquals(Optional.empty(), TrustAnchor.ofJwk(jwk, CryptoSuite.international()));
      assertTrue(TrustAnchor.ofJwk(jwk, CryptoSuite.national()).isPresent());
      String p256 = TrustAnchor.jwk(CryptoSuite.international().newSigningKey().verification());
      assertEquals(Optional.empty(), TrustAnchor.ofJwk(p256, CryptoSuite.national()));
    }
  }
}
