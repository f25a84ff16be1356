package io.hall24.kiosk.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * What the terminal, running or opened for the moment, says to a command of staff: printed as it
 * is, and ends the command.
 *
 * @param exit how the command ends
 * @param text for people
 * @param facts the same for programs
 */
record DeskReply(ExitCode exit, String text, ObjectNode facts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static DeskReply of(ExitCode exit, String text) {
    return new DeskReply(exit, text, Facts.object());
  }

  /** The same with one more fact. */
  DeskReply with(String name, String value) {
    ObjectNode more = facts.deepCopy();
    return new DeskReply(exit, text, more.put(name, value));
  }

  /** As one line for the socket. */
  String line() {
    ObjectNode all = Facts.object().put("exit", exit.number()).put("text", text);
    all.set("facts", facts);
    return all.toString();
  }

  /** From that line. */
  static DeskReply ofLine(String line) throws JsonProcessingException {
    var all = JSON.readTree(line);
    int number = all.get("exit").asInt();
    ExitCode exit =
        Arrays.stream(ExitCode.values())
            .filter(known -> known.number() == number)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("exit code " + number));
    return new DeskReply(exit, all.get("text").asText(), (ObjectNode) all.get("facts"));
  }
}
