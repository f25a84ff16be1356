package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckCodeCommandTest {
  private static final String VALID = "91350100M000100Y43";

  @Test
  void saysValidOfAValidCode() {
    CommandRun run = CommandRun.of("check-code", "uscc", VALID);
    assertEquals(new CommandRun(0, "valid%n".formatted(), ""), run);
  }

  @Test
  void namesTheWrongCheckCharacterButNotTheCode() {
    CommandRun run = CommandRun.of("check-code", "uscc", "91350100M000100Y44");
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertEquals("not valid: check character 18 of the code is 4, should be 3", run.out().strip());
    assertFalse(run.out().contains("91350100"), run.out());
  }

  @Test
  void oneWrongCodeAmongSeveralIsANegativeAnswer() {
    CommandRun run = CommandRun.of("check-code", "uscc", VALID, "short", VALID);
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    List<String> lines = run.out().lines().toList();
    assertEquals(List.of("1: valid", "3: valid"), List.of(lines.get(0), lines.get(2)));
    assertTrue(lines.get(1).startsWith("2: not valid: 5 characters instead of 18"), run.out());
  }

  @Test
  void knowsResidentIdentityNumbersAndMachineReadableZones() {
    // The number of GB 11643's own example; the zone of ICAO Doc 9303 part 4, appendix A.
    assertTrue(
        CommandRun.of("check-code", "resident-id", "11010519491231002X").ended(ExitCode.SUCCESS));
    String zone = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
    assertTrue(CommandRun.of("check-code", "mrz", zone).ended(ExitCode.SUCCESS));
    assertTrue(
        CommandRun.of("check-code", "mrz", zone.replace("7408122", "7408132"))
            .ended(ExitCode.NEGATIVE));
  }

  /** The samples that were published with both cards. */
  @Test
  void knowsBothNumbersOfPermanentResidents() {
    CommandRun both =
        CommandRun.of("check-code", "permanent-resident", "932682198501010017", "KAZ110090123105");
    assertTrue(both.ended(ExitCode.SUCCESS), both.toString());
    for (String wrong :
        new String[] {
          "932682198501010018",
          "132682198501010017",
          "KAZ110090123106",
          "KA1110090123105",
          "KAZ110090133105"
        }) {
      assertTrue(
          CommandRun.of("check-code", "permanent-resident", wrong).ended(ExitCode.NEGATIVE), wrong);
    }
  }

  @Test
  void answersInJsonLines() throws Exception {
    CommandRun run = CommandRun.of("check-code", "--json", "uscc", VALID, "91350100M000100Y44");
    List<String> lines = run.out().lines().toList();
    ObjectMapper json = new ObjectMapper();
    assertTrue(json.readTree(lines.get(0)).get("valid").asBoolean());
    assertEquals(0, json.readTree(lines.get(0)).get("faults").size());
    assertFalse(json.readTree(lines.get(1)).get("valid").asBoolean());
    assertEquals(1, json.readTree(lines.get(1)).get("faults").size());
  }

  @Test
  void refusesAnUnknownKindAndAMissingCode() {
    CommandRun unknown = CommandRun.of("check-code", "iban", "x");
    assertTrue(unknown.ended(ExitCode.USAGE), unknown.toString());
    assertTrue(unknown.err().contains("uscc, resident-id, permanent-resident, mrz"), unknown.err());
    assertTrue(CommandRun.of("check-code", "uscc").ended(ExitCode.USAGE));
  }
}
