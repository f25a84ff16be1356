package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.document.Condition;
import io.hall24.kiosk.demo.document.IdCardPress;
import io.hall24.kiosk.identity.OpenFaceDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadDocumentCommandTest {
  private static final String CAN = SimulatedHall.HOLDER.cardAccessNumber();
  @TempDir Path folder;
  private SimulatedHall hall;

  @BeforeEach
  void buildHall() throws IOException {
    hall = SimulatedHall.build(folder);
  }

  @Test
  void printsEveryField() throws Exception {
    hall.layDocument();
    CommandRun run = CommandRun.of(hall.command("read-document", "--can", CAN));
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertTrue(run.out().contains("name          LIN HAIJIE"), run.out());
    assertTrue(run.out().contains("number        H24000017"), run.out());
    assertTrue(run.out().contains("birth         1993-03-14"), run.out());
    assertTrue(run.out().contains("passively authenticated"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void printsEveryFieldAsJson() throws Exception {
    hall.layDocument();
    CommandRun run =
        CommandRun.of(
            hall.command("read-document", "--json", "--mrz", "H24000017,1993-03-14,2030-01-01"));
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    JsonNode facts = new ObjectMapper().readTree(run.out());
    assertEquals("PASSPORT", facts.get("type").asText());
    assertEquals("UTO", facts.get("nationality").asText());
    assertEquals("PASSIVELY_AUTHENTICATED", facts.get("authenticity").asText());
    assertTrue(facts.get("photo").get("bytes").asInt() > 1000);
  }

  @Test
  void printsEveryFieldOfAnIdentityCard() throws Exception {
    SimulatedHall.shipped("demo-simulated", folder);
    InventedPerson su = InventedPerson.SU_WANQING;
    try (SamSimulator reader = hall.plugInCardReader()) {
      reader.lay(
          new IdCardPress(LocalDate.of(2026, 11, 22))
              .press(su, OpenFaceDesk.portrait("ali-pazani"), Condition.GENUINE));
      Object[] command = hall.command("read-document", "--device", "id-card-reader");
      CommandRun run = CommandRun.of(command);
      assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
      assertEquals(
          List.of(
              "type          RESIDENT_ID_CARD",
              "issuer        CHN",
              "number        " + su.documentNumber(),
              "name          苏晚晴",
              "nationality   CHN",
              "birth         1995-08-16",
              "expiry        2042-11-21"),
          run.out().lines().limit(7).toList());
      assertTrue(run.out().contains("photo         image/jp2, "), run.out());
      assertEquals(
          List.of(
              "authenticity  authenticated by the reader",
              "protocol      SAM",
              "sex           FEMALE",
              "ethnicity     汉",
              "address       云岭省云岭市示例区拾光巷9号",
              "new-address   云岭省云岭市示例区湖光路30号2幢601室",
              "authority     云岭市公安局示例分局",
              "valid-from    2022-11-22",
              "reader-module 05.24-20243221-0000000024-0000004369"),
          run.out().lines().skip(8).toList());
    }
  }

  @Test
  void aProfileWithoutSuchAReaderIsWrongInput() {
    CommandRun run = CommandRun.of(hall.command("read-document", "--device", "id-card-reader"));
    assertTrue(run.ended(ExitCode.USAGE), run.toString());
  }

  @Test
  void aForgedDocumentIsPrintedAndANegativeAnswer() throws Exception {
    hall.press(Condition.DATA_CHANGED);
    hall.layDocument();
    CommandRun run = CommandRun.of(hall.command("read-document", "--can", CAN));
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertTrue(run.out().contains("FORGED"), run.out());
  }

  @Test
  void aWrongKeyIsANegativeAnswerThatTellsNothingPersonal() throws Exception {
    hall.layDocument();
    CommandRun run = CommandRun.of(hall.command("read-document", "--can", "000000"));
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertEquals("", run.out());
    assertTrue(run.err().contains("the key does not open its chip"), run.err());
    assertFalse(run.err().contains("000000"), run.err());
  }

  @Test
  void anEmptyReaderIsANegativeAnswer() {
    CommandRun run = CommandRun.of(hall.command("read-document", "--can", CAN, "--wait", "0"));
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertTrue(run.err().contains("no document within 0 s"), run.err());
  }

  @Test
  void withoutAKeyAndWithoutAPersonToAskTheKeyIsAskedForByOption() throws Exception {
    hall.layDocument();
    CommandRun run = CommandRun.of(hall.command("read-document"));
    assertTrue(run.ended(ExitCode.USAGE), run.toString());
    assertTrue(run.err().contains("--can or --mrz"), run.err());
  }

  @Test
  void wrongKeysAndReadersAreWrongUsage() {
    assertTrue(CommandRun.of("read-document").ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("read-document", "--terminal", ".*").ended(ExitCode.USAGE));
    assertTrue(
        CommandRun.of(hall.command("read-document", "--terminal", ".*", "--trust", "x"))
            .ended(ExitCode.USAGE));
    assertTrue(CommandRun.of(hall.command("read-document", "--can", "12")).ended(ExitCode.USAGE));
    for (String mrz : new String[] {"H2", "H2,1993-03-14", "H2,14.3.1993,2030-01-01"}) {
      assertTrue(CommandRun.of(hall.command("read-document", "--mrz", mrz)).ended(ExitCode.USAGE));
    }
  }
}
