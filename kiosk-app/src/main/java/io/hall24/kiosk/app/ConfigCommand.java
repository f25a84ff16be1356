package io.hall24.kiosk.app;

import io.hall24.config.Mistake;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hall24 config}: what an operator has set. */
@Command(
    name = "config",
    description = "Looks at configuration files.",
    mixinStandardHelpOptions = true)
final class ConfigCommand {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  ConfigCommand() {}

  /** Every mistake in a configuration. */
  @Command(
      name = "check",
      description = "Reports every mistake in terminal profiles, each with its line.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "profiles (YAML)")
          List<Path> files,
      @Mixin ProfileVariables variables) {
    List<Mistake> mistakes =
        files.stream().flatMap(file -> variables.mistakes(file).stream()).toList();
    var out = spec.commandLine().getOut();
    mistakes.forEach(out::println);
    if (mistakes.isEmpty()) {
      out.println(files.size() == 1 ? "no mistakes" : "no mistakes in " + files.size() + " files");
    }
    out.flush();
    return (mistakes.isEmpty() ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
  }
}
