package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.ops.socket.Answering;
import io.hall24.kiosk.ops.socket.TerminalSocket;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path data;
  private InputStream keyboard = InputStream.nullInputStream();

  @BeforeEach
  void record() throws Exception {
    keyboard = System.in;
    RecordedTerminal.record(data);
  }

  @AfterEach
  void giveKeyboardBack() {
    System.setIn(keyboard);
  }

  private static void typed(String lines) {
    System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  private CommandRun atRest(Object... arguments) {
    return CommandRun.of(
        Stream.of(
                Stream.of("credential"),
                Stream.of(arguments),
                Stream.of("--data", data, "--passphrase-file", data.resolve("passphrase")))
            .flatMap(part -> part)
            .toArray());
  }

  @Test
  void aTerminalAtRestTakesOneAndKnowsIt() throws Exception {
    assertEquals("nobody has a credential", atRest("list").out().strip());
    typed("482913\n");
    CommandRun set = atRest("set", "technician", "wang", "--pin-stdin");
    assertTrue(set.ended(ExitCode.SUCCESS), set.toString());
    assertEquals("set: 101  technician  wang", set.out().strip());
    JsonNode staff = JSON.readTree(atRest("list", "--json").out()).get("staff");
    assertEquals("[{\"number\":101,\"role\":\"technician\",\"name\":\"wang\"}]", staff.toString());
    CommandRun asSupervisor = atRest("remove", "supervisor", "wang");
    assertTrue(asSupervisor.ended(ExitCode.NEGATIVE), asSupervisor.toString());
    assertEquals("wang is technician; nothing was changed", asSupervisor.out().strip());
    CommandRun removed = atRest("remove", "technician", "wang");
    assertEquals("removed: 101  technician  wang", removed.out().strip());
    CommandRun again = atRest("remove", "technician", "wang");
    assertTrue(again.ended(ExitCode.NEGATIVE), again.toString());
    assertEquals("nobody is called wang", again.out().strip());
  }

  @Test
  void eachChangeIsInTheJournal() {
    typed("482913\n");
    atRest("set", "supervisor", "li", "--pin-stdin");
    atRest("remove", "supervisor", "li");
    String tail = CommandRun.of("journal", "tail", "--data", data, "-n", "2").out();
    assertTrue(
        tail.contains("staff.credential-set") && tail.contains("staff.credential-removed"), tail);
  }

  @Test
  void weakPinsAndWrongWordsAreWrongInput() {
    for (String pin : new String[] {"123456\n", "12345\n", "4829 13\n", "\n", ""}) {
      typed(pin);
      CommandRun run = atRest("set", "technician", "wang", "--pin-stdin");
      assertTrue(run.ended(ExitCode.USAGE), pin + run);
    }
    typed("482913\n");
    assertTrue(atRest("set", "boss", "wang", "--pin-stdin").ended(ExitCode.USAGE));
    assertTrue(atRest("set", "technician", "王", "--pin-stdin").ended(ExitCode.USAGE));
    assertTrue(atRest("set", "technician", "wang").ended(ExitCode.USAGE), "no terminal to type at");
    assertTrue(atRest("remove", "wang").ended(ExitCode.USAGE), "whose role is it?");
    assertTrue(atRest("remove", "boss", "wang").ended(ExitCode.USAGE));
    assertEquals("nobody has a credential", atRest("list").out().strip());
  }

  @Test
  void withoutTheKeysOrAJournalNothingIsSet() throws Exception {
    typed("482913\n482913\n482913\n");
    CommandRun run =
        CommandRun.of("credential", "set", "technician", "wang", "--pin-stdin", "--data", data);
    assertTrue(run.ended(ExitCode.USAGE) && run.err().contains("--passphrase-file"), run.err());
    Files.writeString(data.resolve("passphrase"), "another");
    assertTrue(
        atRest("set", "technician", "wang", "--pin-stdin").ended(ExitCode.USAGE), "wrong keys");
    Files.writeString(data.resolve("passphrase"), RecordedTerminal.PASSPHRASE);
    Files.delete(data.resolve("journal.db"));
    CommandRun without = atRest("set", "technician", "wang", "--pin-stdin");
    assertTrue(without.ended(ExitCode.UNAVAILABLE), without.toString());
  }

  @Test
  void theRunningTerminalIsAskedWithoutItsKeys() throws Exception {
    JournalSource.keys(data, data.resolve("passphrase"));
    try (RecordAtRest terminal =
            RecordAtRest.open(data, JournalSource.keys(data, data.resolve("passphrase")));
        TerminalSocket _ =
            assertInstanceOf(
                    TerminalSocket.Opening.Listening.class,
                    TerminalSocket.open(data, terminal.desk().questions()))
                .socket()) {
      typed("482913\n");
      CommandRun set =
          CommandRun.of("credential", "set", "technician", "wang", "--pin-stdin", "--data", data);
      assertTrue(set.ended(ExitCode.SUCCESS), set.toString());
      CommandRun list = CommandRun.of("credential", "list", "--data", data);
      assertEquals("101  technician  wang", list.out().strip());
      assertEquals(1, terminal.desk().register().members().size());
    }
  }

  @Test
  void onlyTheOwnerAndRootMaySet() throws Exception {
    try (RecordAtRest terminal =
        RecordAtRest.open(data, JournalSource.keys(data, data.resolve("passphrase")))) {
      for (String verb : new String[] {StaffDesk.SET, StaffDesk.REMOVE}) {
        Answering answering = Objects.requireNonNull(terminal.desk().questions().get(verb), verb);
        var reply =
            answering.to(
                new Answering.Asked(
                    "{\"role\":\"technician\",\"name\":\"mallory\",\"pin\":\"482913\"}",
                    "somebody-of-the-group"));
        var told = assertInstanceOf(Answering.Reply.Told.class, reply);
        assertEquals(ExitCode.NEGATIVE, DeskReply.ofLine(told.line()).exit());
      }
      assertTrue(terminal.desk().register().members().isEmpty());
      assertFalse(
          terminal.journal().tail(1).getFirst().type().startsWith("staff."), "nothing happened");
    }
  }

  @Test
  void aTokenIsGivenOnceToSomebodyKnown() throws Exception {
    typed("482913\n");
    atRest("set", "clerk", "chen", "--pin-stdin");
    CommandRun given = atRest("token", "chen", "--json");
    assertTrue(given.ended(ExitCode.SUCCESS), given.toString());
    String uri = JSON.readTree(given.out()).path("uri").asText();
    assertTrue(uri.matches("otpauth://totp/Hall24:chen\\?secret=[A-Z2-7]{32}&issuer=Hall24"), uri);
    assertTrue(atRest("token", "nobody").ended(ExitCode.NEGATIVE));
  }
}
