package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.demo.document.Condition;
import java.io.IOException;
import java.nio.file.Path;
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
