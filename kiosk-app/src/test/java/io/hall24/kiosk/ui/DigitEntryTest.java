package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DigitEntryTest {
  private final DigitEntry entry = DigitEntry.ofCan();

  private void type(String digits) {
    digits.chars().forEach(digit -> entry.type((char) digit));
  }

  @Test
  void aSeventhDigitIsNotTaken() {
    type("1234567");
    assertTrue(entry.complete());
    assertEquals("123456", entry.take());
  }

  @Test
  void digitsAreHiddenUntilSomebodyAsksToSeeThem() {
    type("12");
    assertEquals("●", entry.place(0));
    entry.toggleShown();
    assertEquals("1", entry.place(0));
    assertEquals("", entry.place(2));
  }

  @Test
  void deletingTakesBackTheLastDigitOnly() {
    type("123456");
    entry.delete();
    assertFalse(entry.complete());
    type("9");
    assertEquals("123459", entry.take());
  }

  @Test
  void nothingIsLeftAfterTheDigitsAreTaken() {
    type("123456");
    entry.take();
    assertEquals(0, entry.count());
    assertEquals("", entry.take());
  }

  @Test
  void lettersAreAnErrorOfTheProgram() {
    assertThrows(IllegalArgumentException.class, () -> entry.type('x'));
  }

  @Test
  void aClerksDigitsAreNeverShown() {
    DigitEntry pin = DigitEntry.hidden(6, 12);
    "4829".chars().forEach(digit -> pin.type((char) digit));
    assertFalse(pin.complete());
    pin.toggleShown();
    assertEquals("●", pin.place(0));
    "13".chars().forEach(digit -> pin.type((char) digit));
    assertTrue(pin.complete());
    assertEquals("482913", new String(pin.takeSecretly().digits()));
    assertEquals(0, pin.count());
  }
}
