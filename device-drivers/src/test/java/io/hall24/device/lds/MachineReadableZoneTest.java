package io.hall24.device.lds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineReadableZoneTest {
  /** The specimen of ICAO Doc 9303 part 4, appendix A. */
  private static final String SPECIMEN =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void understandsTheStandardsSpecimen() throws MalformedFileException {
    var zone = MachineReadableZone.parse(SPECIMEN, TODAY);
    assertEquals("UTO", zone.issuer());
    assertEquals("ERIKSSON ANNA MARIA", zone.name());
    assertEquals("L898902C3", zone.documentNumber());
    assertEquals("UTO", zone.nationality());
    assertEquals(LocalDate.of(1974, 8, 12), zone.birth());
    assertEquals('F', zone.sex());
    assertEquals(LocalDate.of(2012, 4, 15), zone.expiry());
  }

  @ParameterizedTest
  @CsvSource({"520727, 3", "AB2134<<<, 5"})
  void computesTheCheckDigitsOfTheStandardsExamples(String field, char digit) {
    assertEquals(digit, ZoneChecks.digit(field));
  }

  @Test
  void noSingleChangedCharacterOfTheSecondLineGoesUnseen() {
    // Weights 7, 3 and 1 cannot see a change by ten, e.g. 0 to A; those are left out.
    var random = new Random(9303);
    for (int i = 0; i < 2_000; i++) {
      int place = 45 + random.nextInt(44);
      char before = SPECIMEN.charAt(place);
      char after = Character.forDigit(random.nextInt(10), 10);
      boolean protectedDigit =
          Character.isDigit(before) && before != after && !(place >= 55 && place < 58);
      if (protectedDigit) {
        String changed = SPECIMEN.substring(0, place) + after + SPECIMEN.substring(place + 1);
        assertThrows(MalformedFileException.class, () -> MachineReadableZone.parse(changed, TODAY));
      }
    }
  }

  @Test
  void namesTheFieldWhoseCheckDigitIsWrong() {
    var wrong =
        assertThrows(
            MalformedFileException.class,
            () -> MachineReadableZone.parse(SPECIMEN.replace("1204159", "1204158"), TODAY));
    assertTrue(String.valueOf(wrong.getMessage()).contains("expiry"), wrong.getMessage());
  }

  @Test
  void anExpiryOfTheNextDecadesLiesInTheFuture() throws MalformedFileException {
    String line = line("H24000017", "UTO", "930314", "310101");
    var zone = MachineReadableZone.parse(SPECIMEN.substring(0, 44) + line, TODAY);
    assertEquals(LocalDate.of(2031, 1, 1), zone.expiry());
    assertEquals(LocalDate.of(1993, 3, 14), zone.birth());
  }

  @ParameterizedTest
  @CsvSource({"931314", "930230", "<<<<<<"})
  void refusesADateThatIsNoDay(String birth) {
    String line = line("H24000017", "UTO", birth, "310101");
    assertThrows(
        MalformedFileException.class,
        () -> MachineReadableZone.parse(SPECIMEN.substring(0, 44) + line, TODAY));
  }

  @Test
  void refusesOtherSizesAndCharacters() {
    assertThrows(
        MalformedFileException.class,
        () -> MachineReadableZone.parse(SPECIMEN.substring(1), TODAY));
    assertThrows(
        MalformedFileException.class,
        () -> MachineReadableZone.parse(SPECIMEN.replace("ANNA", "ANNä"), TODAY));
  }

  private static String line(String number, String state, String birth, String expiry) {
    String optional = "<".repeat(14);
    String checked = with(number) + with(birth) + with(expiry) + with(optional);
    return with(number)
        + state
        + with(birth)
        + "F"
        + with(expiry)
        + with(optional)
        + ZoneChecks.digit(checked);
  }

  private static String with(String field) {
    return field + ZoneChecks.digit(field);
  }
}
