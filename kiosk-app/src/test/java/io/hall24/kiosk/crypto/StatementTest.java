package io.hall24.kiosk.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import io.hall24.kiosk.crypto.Verification.Invalid;
import io.hall24.kiosk.crypto.Verification.Reason;
import io.hall24.kiosk.crypto.Verification.Valid;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signed statements, against Nimbus and RFC 7515. */
class StatementTest {
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final String TYPE = "hall24-grant";
  private static final Bytes CONTENT = Bytes.utf8("{\"谁\":1}");
  private final SigningKey key = SUITE.newSigningKey();
  private final StatementSigner signer = new StatementSigner(SUITE, key);
  private final StatementVerifier verifier =
      new StatementVerifier(SUITE, List.of(key.verification()));

  private Reason reason(Jws jws, String type) {
    return assertInstanceOf(Invalid.class, verifier.verify(jws, type)).reason();
  }

  @Test
  void aSignedStatementComesBackWithItsContent() {
    Jws jws = signer.sign(TYPE, CONTENT);
    assertEquals(
        new Valid(new Statement(TYPE, CONTENT, key.verification().keyId())),
        verifier.verify(jws, TYPE));
  }

  @Test
  void anIndependentVerifierAcceptsWhatIsSignedHere() throws Exception {
    JWSObject parsed = JWSObject.parse(signer.sign(TYPE, CONTENT).compact());
    assertTrue(parsed.verify(new ECDSAVerifier((ECPublicKey) key.verification().key())));
  }

  @Test
  void theExampleOfTheStandardVerifies() throws Exception {
    // RFC 7515, appendix A.3; it has neither typ nor kid, so the suite alone is asked.
    ECKey publicKey =
        new ECKey.Builder(
                Curve.P_256,
                new Base64URL("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                new Base64URL("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"))
            .build();
    String input =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
            + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    Base64URL signature =
        new Base64URL(
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU"
                + "1Q");
    assertTrue(
        SUITE.verifies(
            new VerificationKey("a3", publicKey.toECPublicKey()),
            Bytes.utf8(input),
            Bytes.of(signature.decode())));
  }

  @Test
  void aReceiptDoesNotPassAsAGrant() {
    assertEquals(Reason.WRONG_TYPE, reason(signer.sign("hall24-receipt", CONTENT), TYPE));
  }

  @Test
  void aStrangersSignatureIsNotBelieved() {
    Jws strange = new StatementSigner(SUITE, SUITE.newSigningKey()).sign(TYPE, CONTENT);
    assertEquals(Reason.UNKNOWN_KEY, reason(strange, TYPE));
  }

  @Test
  void changedContentIsNotBelieved() {
    String[] parts = signer.sign(TYPE, CONTENT).compact().split("\\.", -1);
    String other = Base64URL.encode("{\"谁\":2}").toString();
    assertEquals(
        Reason.WRONG_SIGNATURE, reason(new Jws(parts[0] + "." + other + "." + parts[2]), TYPE));
  }

  @Test
  void thePublicKeyUsedAsASharedSecretIsNotBelieved() throws Exception {
    JWSObject forged =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new com.nimbusds.jose.JOSEObjectType(TYPE))
                .keyID(key.verification().keyId())
                .build(),
            new Payload(CONTENT.toArray()));
    forged.sign(new MACSigner(key.verification().spki().toArray()));
    assertEquals(Reason.WRONG_ALGORITHM, reason(new Jws(forged.serialize()), TYPE));
  }

  @Test
  void unsignedAndMangledAndCriticalStatementsAreMalformed() {
    String none = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"" + TYPE + "\"}").toString();
    String[] parts = signer.sign(TYPE, CONTENT).compact().split("\\.", -1);
    String critical =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new com.nimbusds.jose.JOSEObjectType(TYPE))
            .keyID(key.verification().keyId())
            .criticalParams(Set.of("exp"))
            .customParam("exp", 1)
            .build()
            .toBase64URL()
            .toString();
    for (String text :
        List.of(
            "",
            "no jws",
            none + "." + parts[1] + ".",
            parts[0] + "." + parts[1],
            critical + "." + parts[1] + "." + parts[2])) {
      assertEquals(Reason.MALFORMED, reason(new Jws(text), TYPE), text);
    }
  }
}
