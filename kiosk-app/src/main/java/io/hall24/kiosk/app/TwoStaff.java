package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that take two persons; asks both for their PIN, or one for a code. */
final class TwoStaff {
  @Option(
      names = "--first",
      paramLabel = "NAME",
      required = true,
      description = "who does it: a staff name or number")
  private String first = "";

  @Option(
      names = "--second",
      paramLabel = "NAME",
      required = true,
      description = "who watches: another staff name or number")
  private String second = "";

  @Option(
      names = "--by-telephone",
      description = "the second person is elsewhere, and answers a challenge with a code")
  private boolean byTelephone;

  @Mixin private final PinSource pins = new PinSource();

  TwoStaff() {}

  /** Asks for what it takes, and has it done. */
  DeskReply ask(StaffLine line, String verb, ObjectNode words) throws WrongInput, CannotOpen {
    words.put("verb", verb);
    if (!byTelephone) {
      words.putObject("first").put("who", first).put("pin", pins.of(first));
      words.putObject("second").put("who", second).put("pin", pins.of(second));
      return line.ask(verb, words);
    }
    DeskReply question = line.ask(SheetDesk.TELEPHONE, words);
    if (question.exit() != ExitCode.SUCCESS) {
      return question;
    }
    System.err.println(question.text());
    words.putObject("first").put("who", first).put("pin", pins.of(first));
    words
        .putObject("second")
        .put("who", second)
        .put("challenge", question.facts().path("challenge").asText())
        .put("code", pins.codeOf(second));
    return line.ask(verb, words);
  }
}
