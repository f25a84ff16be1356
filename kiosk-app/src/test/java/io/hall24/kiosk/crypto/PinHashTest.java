package io.hall24.kiosk.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PinHashTest {
  private static final PinHash.Cost CHEAP = new PinHash.Cost(8, 1);
  private static final CryptoSuite SUITE = CryptoSuite.international();

  /**
   * From the test of the reference implementation (phc-winner-argon2, src/test.c, Argon2id v19).
   */
  @Test
  void isTheArgon2idOfItsAuthors() {
    PinHash known =
        PinHash.ofText(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    assertEquals(Bytes.utf8("somesalt"), known.salt());
    assertTrue(known.matches("password".toCharArray()));
    assertFalse(known.matches("passwore".toCharArray()));
  }

  @Test
  void itsWrittenFormIsReadAgain() {
    PinHash hash = PinHash.of("482913".toCharArray(), CHEAP, SUITE);
    PinHash read = PinHash.ofText(hash.text());
    assertEquals(hash, read);
    assertTrue(read.matches("482913".toCharArray()));
    assertFalse(read.matches("482914".toCharArray()));
  }

  @Test
  void theSameDigitsHashDifferentlyForEverybody() {
    char[] digits = "482913".toCharArray();
    assertNotEquals(PinHash.of(digits, CHEAP, SUITE), PinHash.of(digits, CHEAP, SUITE));
  }

  @Test
  void otherFormsAreRefused() {
    for (String text :
        new String[] {"", "482913", "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$CTFh", "$argon2id$"}) {
      assertThrows(IllegalArgumentException.class, () -> PinHash.ofText(text), text);
    }
  }
}
