package io.hall24.kiosk.ops.staff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
  private static Optional<Pin.Weakness> weakness(String digits) {
    return Pin.of(digits.toCharArray()).weakness();
  }

  @ParameterizedTest
  @ValueSource(strings = {"482913", "100582", "739173", "908070605040", "123987"})
  void isGood(String digits) {
    assertEquals(Optional.empty(), weakness(digits));
  }

  @ParameterizedTest
  @CsvSource({
    "'', LENGTH",
    "48291, LENGTH",
    "4829130482913, LENGTH",
    "48291a, NOT_DIGITS",
    "４８２９１３, NOT_DIGITS",
    "111111, REPEATED",
    "484848, REPEATED",
    "482482, REPEATED",
    "48294829, REPEATED",
    "118811, REPEATED",
    "123456, SEQUENCE",
    "987654, SEQUENCE",
    "812345, SEQUENCE",
    "904321, SEQUENCE"
  })
  void isWeak(String digits, Pin.Weakness weakness) {
    assertEquals(Optional.of(weakness), weakness(digits));
  }

  @Test
  void aRandomOneIsNeverWeak() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      assertEquals(Optional.empty(), Pin.random(random).weakness());
    }
  }

  @Test
  void isOverwrittenWhenClosed() {
    Pin pin = Pin.of("482913".toCharArray());
    pin.close();
    assertArrayEquals(new char[6], pin.digits());
    assertEquals("Pin", pin.toString());
  }
}
