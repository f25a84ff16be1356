package io.hall24.device.lds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AccessKey;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The golden is the specimen of ICAO Doc 9303 part 4, appendix B: {@code L898902C36UTO7408122F...},
 * lower line.
 */
class ZoneFieldTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void theSpecimenOfTheStandardMakesItsKey() throws MalformedFileException {
    assertTrue(ZoneField.NUMBER.agrees("L898902C36"));
    assertTrue(ZoneField.BIRTH.agrees("7408122"));
    assertTrue(ZoneField.EXPIRY.agrees("1204159"));
    assertEquals(
        new AccessKey.Mrz("L898902C3", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15)),
        ZoneField.key("L898902C36", "7408122", "1204159", TODAY));
  }

  @Test
  void fillersAreTypedAndAreNoPartOfTheNumber() throws MalformedFileException {
    String number = "D23145890";
    assertEquals(
        "D231458",
        ZoneField.key("D231458<<" + ZoneChecks.digit("D231458<<"), "7408122", "1204159", TODAY)
            .documentNumber());
    assertTrue(ZoneField.NUMBER.agrees(number + ZoneChecks.digit(number)));
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, L898902C35",
    "NUMBER, L898902C3",
    "NUMBER, l898902c36",
    "BIRTH, 7408123",
    "BIRTH, 7413122",
    "BIRTH, 740812<",
    "EXPIRY, ''",
    "EXPIRY, 1204150"
  })
  void whatIsMistypedDoesNotAgree(ZoneField field, String typed) {
    assertFalse(field.agrees(typed));
  }

  /** Every slip of one key in every field: the check digit finds it (its weights are 7, 3, 1). */
  @Test
  void everySlipOfOneDigitIsNoticed() {
    String right = "7408122";
    for (int place = 0; place < right.length(); place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String typed = right.substring(0, place) + digit + right.substring(place + 1);
        assertEquals(typed.equals(right), ZoneField.BIRTH.agrees(typed), typed);
      }
    }
  }
}
