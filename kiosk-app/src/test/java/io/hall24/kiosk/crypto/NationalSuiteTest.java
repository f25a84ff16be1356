package io.hall24.kiosk.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the vectors that the standards publish. */
class NationalSuiteTest {
  private static final CryptoSuite SUITE = CryptoSuite.national();

  /** The start of a SubjectPublicKeyInfo (RFC 5480) on sm2p256v1, 1.2.156.10197.1.301. */
  private static final String SPKI = "3059301306072a8648ce3d020106082a811ccf5501822d03420004";

  /** GB/T 32905-2016, annex A. */
  @Test
  void digestsAreThoseOfTheStandard() {
    assertEquals(
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        SUITE.digest(Bytes.utf8("a"), Bytes.utf8("bc")).hex());
    assertEquals(
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
        SUITE.digest(Bytes.utf8("abcd".repeat(16))).hex());
  }

  /** RFC 8998, appendix A.1. */
  @Test
  void sealedContentIsThatOfTheRfc() {
    SealingKey key = SUITE.sealingKey(Bytes.fromHex("0123456789abcdeffedcba9876543210"));
    Bytes sealed =
        Bytes.fromHex(
            "00001234567800000000abcd"
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
    Bytes context = Bytes.fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    assertEquals(
        Optional.of(
            Bytes.fromHex(
                "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                    + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa")),
        SUITE.unseal(key, sealed, context));
    assertEquals(Optional.empty(), SUITE.unseal(key, sealed, Bytes.EMPTY));
  }

  /** GB/T 32918.5-2017, annex A.2. */
  @Test
  void theSignatureOfTheStandardVerifies() {
    VerificationKey key =
        SUITE.verificationKey(
            "a",
            Bytes.fromHex(
                SPKI
                    + "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                    + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"));
    Bytes signature =
        Bytes.fromHex(
            "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
    assertTrue(SUITE.verifies(key, Bytes.utf8("message digest"), signature));
    assertFalse(SUITE.verifies(key, Bytes.utf8("message digesT"), signature));
    assertFalse(SUITE.verifies(key, Bytes.utf8("message digest"), Bytes.EMPTY));
  }

  @Test
  void aKeyOfTheOtherSuiteIsRefused() {
    Bytes p256 = CryptoSuite.international().newSigningKey().verification().spki();
    assertThrows(IllegalArgumentException.class, () -> SUITE.verificationKey("k", p256));
    Bytes sm2 = SUITE.newSigningKey().verification().spki();
    assertThrows(
        IllegalArgumentException.class,
        () -> CryptoSuite.international().verificationKey("k", sm2));
  }

  @Test
  void whatItSealsAndSignsItOpensAndBelieves() {
    SealingKey key = SUITE.newSealingKey();
    Bytes sealed = SUITE.seal(key, Bytes.utf8("内容"), Bytes.utf8("context"));
    assertEquals(
        Optional.of("内容"), SUITE.unseal(key, sealed, Bytes.utf8("context")).map(Bytes::text));
    SigningKey signing = SUITE.newSigningKey();
    Jws jws = new StatementSigner(SUITE, signing).sign("note", Bytes.utf8("{}"));
    var verifier = new StatementVerifier(SUITE, List.of(signing.verification()));
    assertInstanceOf(Verification.Valid.class, verifier.verify(jws, "note"));
    assertInstanceOf(
        Verification.Invalid.class,
        new StatementVerifier(SUITE, List.of(SUITE.newSigningKey().verification()))
            .verify(jws, "note"));
  }

  @Test
  void aVaultOfThisSuiteOpensAgainAndOnlyWithIt(@TempDir Path directory) {
    char[] passphrase = "open sesame".toCharArray();
    Path keys = directory.resolve("keys");
    KeyVault made =
        assertInstanceOf(VaultOpening.Opened.class, KeyVault.create(keys, passphrase, SUITE))
            .vault();
    KeyName name = new KeyName("one");
    assertInstanceOf(KeyState.Present.class, made.obtain(name));
    KeyVault again =
        assertInstanceOf(VaultOpening.Opened.class, KeyVault.open(keys, passphrase, SUITE)).vault();
    assertInstanceOf(KeyState.Present.class, again.find(name));
    assertEquals(
        made.signingKey().verification().keyId(), again.signingKey().verification().keyId());
    assertInstanceOf(
        VaultOpening.Damaged.class, KeyVault.open(keys, passphrase, CryptoSuite.international()));
  }
}
