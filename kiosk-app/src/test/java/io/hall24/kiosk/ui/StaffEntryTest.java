package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StaffEntryTest {
  private final StaffEntry entry = new StaffEntry();

  private void type(String digits) {
    digits.chars().forEach(digit -> entry.type((char) digit));
  }

  @Test
  void theNumberComesFirstAndThenThePin() {
    type("10");
    assertEquals(StaffEntry.Part.NUMBER, entry.part());
    type("1");
    assertEquals(StaffEntry.Part.PIN, entry.part());
    type("48291");
    assertFalse(entry.complete());
    type("3");
    assertTrue(entry.complete());
    assertEquals("101", entry.number());
    try (var pin = entry.takePin()) {
      assertArrayEquals("482913".toCharArray(), pin.digits());
    }
    assertEquals(0, entry.pinDigits(), "gone");
    assertEquals("101", entry.number());
  }

  @Test
  void deletingGoesBackThroughBoth() {
    type("10148");
    for (int i = 0; i < 3; i++) {
      entry.delete();
    }
    assertEquals("10", entry.number());
    for (int i = 0; i < 5; i++) {
      entry.delete();
    }
    assertEquals("", entry.number());
  }

  @Test
  void takesNoMoreThanAPinHasAndNothingButDigits() {
    type("101");
    type("123456789012345");
    assertEquals(12, entry.pinDigits());
    assertThrows(IllegalArgumentException.class, () -> entry.type('x'));
    entry.wipe();
    assertEquals("", entry.number());
    assertEquals(0, entry.pinDigits());
  }
}
