package io.hall24.kiosk.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.ops.socket.Answering;
import io.hall24.kiosk.ops.socket.TerminalLine;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options of commands that change what staff may change: which terminal, and the keys of its
 * record for when it does not run. Asks the running terminal, and otherwise the record itself.
 */
final class StaffLine {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "the terminal's data directory")
  private Path data = Path.of("");

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "holds the passphrase of the keys in --data; needed while no terminal runs")
  private Optional<Path> passphraseFile = Optional.empty();

  StaffLine() {}

  /**
   * Asks.
   *
   * @param verb of {@link StaffDesk#questions}
   * @param words what belongs to it
   */
  DeskReply ask(String verb, ObjectNode words) throws WrongInput, CannotOpen {
    return switch (TerminalLine.ask(data, verb + " " + words)) {
      case TerminalLine.Answer.Told(var line) -> read(line);
      case TerminalLine.Answer.Refused(var reason) ->
          throw new CannotOpen("the terminal does not answer: " + reason, "ask again");
      case TerminalLine.Answer.NotRunning _ -> atRest(verb, words);
    };
  }

  private DeskReply atRest(String verb, ObjectNode words) throws WrongInput, CannotOpen {
    Path secret =
        passphraseFile.orElseThrow(() ->
            new WrongInput(
                "no terminal runs on " + data + ": give --passphrase-file, or start it"));
    try (RecordAtRest rest = RecordAtRest.open(data, JournalSource.keys(data, secret))) {
      Answering answering = Objects.requireNonNull(rest.desk().questions().get(verb), verb);
      // Whoever can open the keys owns them.
      var asked = new Answering.Asked(words.toString(), rest.desk().owner());
      return switch (answering.to(asked)) {
        case Answering.Reply.Told(var line) -> read(line);
        case Answering.Reply.Refused(var reason) -> throw new WrongInput(reason);
      };
    }
  }

  private static DeskReply read(String line) {
    try {
      return DeskReply.ofLine(line);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the terminal's answer", broken);
    }
  }
}
