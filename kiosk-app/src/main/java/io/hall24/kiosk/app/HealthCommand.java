package io.hall24.kiosk.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hall24.kiosk.ops.health.HealthJson;
import io.hall24.kiosk.ops.health.HealthText;
import io.hall24.kiosk.ops.socket.TerminalLine;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code hall24 health}: the report that central operations would pull, from the machine itself.
 */
@Command(
    name = "health",
    description =
        "Prints the report that central operations would pull from the terminal that runs on a data"
            + " directory; exit code 3 when none does.",
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "the running terminal's data directory")
  private Path data = Path.of("");

  @Mixin private final Facts facts = new Facts();

  @SuppressWarnings("NullAway.Init")
  HealthCommand() {}

  @Override
  public Integer call() throws CannotOpen, JsonProcessingException {
    String report =
        switch (TerminalLine.ask(data, HealthDoors.HEALTH)) {
          case TerminalLine.Answer.Told(var told) -> told;
          case TerminalLine.Answer.Refused(var reason) ->
              throw new CannotOpen("the terminal gives no report: " + reason, "ask again");
          case TerminalLine.Answer.NotRunning(var detail) ->
              throw new CannotOpen(
                  "no terminal runs there: " + detail,
                  "start it, name its data directory, or ask as a member of its group");
        };
    spec.commandLine()
        .getOut()
        .println(facts.asJson() ? report : HealthText.write(HealthJson.read(report)));
    return ExitCode.SUCCESS.number();
  }
}
