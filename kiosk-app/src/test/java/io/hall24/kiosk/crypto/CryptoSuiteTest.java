package io.hall24.kiosk.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The international suite against published vectors. */
class CryptoSuiteTest {
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final Bytes CONTEXT = Bytes.utf8("context");

  @Test
  void digestIsSha256OfAllParts() {
    // FIPS 180-4 example "abc".
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        SUITE.digest(Bytes.utf8("a"), Bytes.EMPTY, Bytes.utf8("bc")).hex());
    assertEquals(32, SUITE.digestSize());
  }

  @Test
  void unsealOpensWhatAes256GcmSealed() {
    // Test case 16 of the GCM specification (McGrew and Viega).
    SealingKey key =
        SUITE.sealingKey(
            Bytes.fromHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
    Bytes nonce = Bytes.fromHex("cafebabefacedbaddecaf888");
    Bytes ciphertext =
        Bytes.fromHex(
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662");
    Bytes tag = Bytes.fromHex("76fc6ece0f4e1768cddf8853bb2d551b");
    assertEquals(
        Optional.of(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
        SUITE
            .unseal(
                key,
                Bytes.join(nonce, ciphertext, tag),
                Bytes.fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
            .map(Bytes::hex));
  }

  @Test
  void sealedContentOpensOnlyUnchangedUnderItsOwnKeyAndContext() {
    SealingKey key = SUITE.newSealingKey();
    Bytes content = Bytes.utf8("内容");
    Bytes sealed = SUITE.seal(key, content, CONTEXT);
    assertEquals(Optional.of(content), SUITE.unseal(key, sealed, CONTEXT));
    assertEquals(Optional.empty(), SUITE.unseal(SUITE.newSealingKey(), sealed, CONTEXT));
    assertEquals(Optional.empty(), SUITE.unseal(key, sealed, Bytes.utf8("other")));
    assertEquals(Optional.empty(), SUITE.unseal(key, Bytes.EMPTY, CONTEXT));
    for (int bit = 0; bit < sealed.size() * 8; bit++) {
      assertEquals(Optional.empty(), SUITE.unseal(key, flipped(sealed, bit), CONTEXT));
    }
  }

  @Test
  void theSameContentIsNeverSealedTheSameWay() {
    SealingKey key = SUITE.newSealingKey();
    assertNotEquals(
        SUITE.seal(key, CONTEXT, CONTEXT).slice(0, 12),
        SUITE.seal(key, CONTEXT, CONTEXT).slice(0, 12));
  }

  @Test
  void signaturesVerifyOnlyForTheirMessageAndKey() {
    Random random = new Random(11);
    SigningKey key = SUITE.newSigningKey();
    Bytes message = Bytes.utf8("message");
    Bytes signature = SUITE.sign(key, message);
    assertEquals(64, signature.size());
    assertTrue(SUITE.verifies(key.verification(), message, signature));
    assertFalse(SUITE.verifies(key.verification(), Bytes.utf8("Message"), signature));
    assertFalse(SUITE.verifies(SUITE.newSigningKey().verification(), message, signature));
    for (int round = 0; round < 40; round++) {
      Bytes wrong = flipped(signature, random.nextInt(signature.size() * 8));
      assertFalse(SUITE.verifies(key.verification(), message, wrong));
    }
    assertFalse(SUITE.verifies(key.verification(), message, Bytes.zeros(64)));
    assertFalse(SUITE.verifies(key.verification(), message, Bytes.EMPTY));
  }

  @Test
  void keysOfOtherCurvesAreRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    Bytes spki = Bytes.of(generator.generateKeyPair().getPublic().getEncoded());
    assertThrows(IllegalArgumentException.class, () -> SUITE.verificationKey("k", spki));
    assertThrows(
        IllegalArgumentException.class, () -> SUITE.verificationKey("k", Bytes.utf8("noise")));
    assertThrows(IllegalArgumentException.class, () -> SUITE.sealingKey(Bytes.zeros(16)));
  }

  static Bytes flipped(Bytes bytes, int bit) {
    byte[] changed = bytes.toArray();
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return Bytes.of(changed);
  }
}
