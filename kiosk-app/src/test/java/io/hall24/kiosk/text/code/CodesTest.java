package io.hall24.kiosk.text.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final CodeVerdict CLEAN = new CodeVerdict.Valid(List.of());
  private static final String MRZ = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "914403001922038216",
        "9144030071526726XG",
        "91440300708461136T",
        "91330100799655058B",
        "9144030010001686XA",
        "9152000071430580XT",
        "91440300192317458F",
        "91110108551385082Q",
        "91110000802100433B",
        "91100000100003962T",
        "91110000710925462X",
        "91440300192181490G",
        "911000001000013428",
        "9144030027939873X7",
        "911100007109250324",
        "91330000733796106P",
        "91350100M000100Y43"
      })
  void knownCreditCodesAreValid(String code) {
    assertEquals(CLEAN, UnifiedSocialCreditCode.check(code));
  }

  @Test
  void wrongCheckCharacterIsNamed() {
    assertEquals(
        invalid(new CodeFault.WrongCheckCharacter("code", 18, '6', '5')),
        UnifiedSocialCreditCode.check("914403001922038215"));
  }

  @Test
  void transposedDigitsAreNoticed() {
    assertInstanceOf(
        CodeVerdict.Invalid.class, UnifiedSocialCreditCode.check("914403001922038126"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "O", "S", "V", "Z", "a", "-", "龙"})
  void letterOutsideTheAlphabetIsNamed(String letter) {
    assertEquals(
        invalid(new CodeFault.ForbiddenCharacter(10)),
        UnifiedSocialCreditCode.check("914403001" + letter + "22038216"));
  }

  @Test
  void letterInTheRegionIsNamed() {
    assertEquals(
        invalid(new CodeFault.ForbiddenCharacter(3)),
        UnifiedSocialCreditCode.check("91A403001922038216"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "91440300192203821", "9144030019220382160"})
  void otherLengthsAreNamed(String code) {
    assertEquals(
        invalid(new CodeFault.WrongLength("18", code.length())),
        UnifiedSocialCreditCode.check(code));
  }

  @Test
  void wrongOrganisationCodeIsOnlyAWarning() {
    // The outer character is right for an organisation code whose own is not.
    CodeVerdict verdict = UnifiedSocialCreditCode.check(closed("91440300192203822"));
    assertEquals(
        new CodeVerdict.Valid(
            List.of(new CodeFault.WrongCheckCharacter("organisation code", 17, '1', '2'))),
        verdict);
  }

  private static String closed(String seventeen) {
    for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (UnifiedSocialCreditCode.check(seventeen + c) instanceof CodeVerdict.Valid) {
        return seventeen + c;
      }
    }
    throw new AssertionError(seventeen);
  }

  @Test
  void anySingleWrongCharacterIsNoticed() {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    Random random = new Random(32100);
    for (int i = 0; i < 2000; i++) {
      StringBuilder code = new StringBuilder("91350100M000100Y43");
      int at = random.nextInt(18);
      char other = alphabet.charAt(random.nextInt(31));
      if (other != code.charAt(at)) {
        code.setCharAt(at, other);
        assertInstanceOf(CodeVerdict.Invalid.class, UnifiedSocialCreditCode.check(code.toString()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "34052419800101001X",
        "11010519491231002X",
        "810000199408230021",
        "820000198001010016",
        "830000199201300022",
        "932682198501010017"
      })
  void knownIdentityNumbersAreValid(String number) {
    assertEquals(CLEAN, ResidentIdNumber.check(number, TODAY));
  }

  @Test
  void wrongIdentityNumbersAreExplained() {
    assertEquals(
        invalid(new CodeFault.WrongCheckCharacter("number", 18, 'X', '1')),
        ResidentIdNumber.check("110105194912310021", TODAY));
    assertEquals(
        invalid(new CodeFault.ForbiddenCharacter(18)),
        ResidentIdNumber.check("11010519491231002x", TODAY));
    assertEquals(
        invalid(new CodeFault.WrongLength("18", 15)),
        ResidentIdNumber.check("110105491231002", TODAY));
  }

  @Test
  void daysThatAreNotInTheCalendarOrYetToComeAreNamed() {
    assertEquals(
        List.of(new CodeFault.ImpossibleDate("date of birth", 7)),
        faultsBesidesCheck("11010520230229002"));
    assertEquals(
        List.of(new CodeFault.FutureDate("date of birth", 7)),
        faultsBesidesCheck("11010520261123002"));
    assertEquals(List.of(), faultsBesidesCheck("11010520240229002"));
    assertEquals(List.of(), faultsBesidesCheck("11010520261122002"));
  }

  @Test
  void unknownRegionIsOnlyAWarning() {
    for (char c : "0123456789X".toCharArray()) {
      if (ResidentIdNumber.check("99010519491231002" + c, TODAY)
          instanceof CodeVerdict.Valid(var warnings)) {
        assertEquals(List.of(new CodeFault.UnknownValue("region", 2)), warnings);
        return;
      }
    }
    throw new AssertionError("one of the eleven check characters is right");
  }

  private static List<CodeFault> faultsBesidesCheck(String seventeen) {
    return switch (ResidentIdNumber.check(seventeen + "0", TODAY)) {
      case CodeVerdict.Valid valid -> List.of();
      case CodeVerdict.Invalid(var faults) ->
          faults.stream().filter(f -> !(f instanceof CodeFault.WrongCheckCharacter)).toList();
    };
  }

  @Test
  void machineReadableZonesOfTheStandardAreValid() {
    assertEquals(CLEAN, MachineReadableZone.check(MRZ));
    String upper = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    assertEquals(CLEAN, MachineReadableZone.check(upper + "\n" + MRZ + "\n"));
    assertEquals(
        CLEAN,
        MachineReadableZone.check(
            "I<UTOD231458907<<<<<<<<<<<<<<<"
                + "7408122F1204159UTO<<<<<<<<<<<6"
                + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"));
    assertEquals(
        CLEAN,
        MachineReadableZone.check(
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "D231458907UTO7408122F1204159<<<<<<<6"));
  }

  @Test
  void longDocumentNumberContinuesInTheOptionalData() {
    assertEquals(
        CLEAN,
        MachineReadableZone.check(
            "I<UTOD23145890<7349<<<<<<<<<<<"
                + "3407127M9507122UTO<<<<<<<<<<<2"
                + "STEVENSON<<PETER<JOHN<<<<<<<<<"));
  }

  @Test
  void everyCheckDigitOfAZoneIsLookedAt() {
    assertFaults(MRZ.replace("L898902C36", "L898902C37"), "document number", "composite");
    assertFaults(MRZ.replace("7408122F", "7408123F"), "date of birth", "composite");
    assertFaults(MRZ.replace("1204159", "1204158"), "date of expiry", "composite");
    assertFaults(MRZ.replace("<<<10", "<<<20"), "personal number", "composite");
    assertFaults(MRZ.replace("<<<10", "<<<11"), "composite");
  }

  @Test
  void emptyPersonalNumberNeedsNoDigit() {
    String zone = "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8";
    assertEquals(
        MachineReadableZone.check(zone.substring(0, 42) + "08"), MachineReadableZone.check(zone));
    assertEquals(CLEAN, MachineReadableZone.check(zone));
  }

  @Test
  void zoneOfAnotherLengthOrAlphabetIsExplained() {
    assertEquals(
        invalid(new CodeFault.WrongLength("44, 88, 36, 72 or 90", 43)),
        MachineReadableZone.check(MRZ.substring(1)));
    assertEquals(
        invalid(new CodeFault.ForbiddenCharacter(1)),
        MachineReadableZone.check("l" + MRZ.substring(1)));
  }

  @Test
  void aZoneHasOnlyDaysThatACalendarHas() {
    assertEquals(
        new CodeFault.ImpossibleDate("date of birth", 14),
        assertInstanceOf(
                CodeVerdict.Invalid.class,
                MachineReadableZone.check(MRZ.replace("7408122F", "7413122F")))
            .faults()
            .getLast());
  }

  private static void assertFaults(String zone, String... fields) {
    var invalid = assertInstanceOf(CodeVerdict.Invalid.class, MachineReadableZone.check(zone));
    assertEquals(
        List.of(fields),
        invalid.faults().stream()
            .map(fault -> ((CodeFault.WrongCheckCharacter) fault).field())
            .toList());
  }

  private static CodeVerdict invalid(CodeFault fault) {
    return new CodeVerdict.Invalid(List.of(fault));
  }
}
