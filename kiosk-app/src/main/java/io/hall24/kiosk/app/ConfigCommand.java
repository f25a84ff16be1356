package io.hall24.kiosk.app;

import io.hall24.config.Mistake;
import io.hall24.kiosk.licence.FormsLoading;
import io.hall24.kiosk.licence.LicenceForms;
import java.nio.file.Files;
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
      description =
          "Reports every mistake in terminal profiles and bundles of forms, each with its line, and"
              + " what to beware of in a profile without mistakes.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              arity = "1..*",
              paramLabel = "FILE",
              description = "profiles (YAML), directories of forms")
          List<Path> files,
      @Mixin ProfileVariables variables) {
    List<Mistake> mistakes =
        files.stream().flatMap(file -> mistakes(file, variables).stream()).toList();
    var out = spec.commandLine().getOut();
    mistakes.forEach(out::println);
    files.forEach(file ->
        variables
            .warnings(file)
            .forEach(warning -> out.println("warning: " + file.getFileName() + ": " + warning)));
    if (mistakes.isEmpty()) {
      out.println(files.size() == 1 ? "no mistakes" : "no mistakes in " + files.size() + " files");
    }
    out.flush();
    return (mistakes.isEmpty() ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
  }

  private static List<Mistake> mistakes(Path file, ProfileVariables variables) {
    if (!Files.isDirectory(file)) {
      return variables.mistakes(file);
    }
    return switch (LicenceForms.load(file)) {
      case FormsLoading.Loaded _ -> List.of();
      case FormsLoading.Faulty(var mistakes) -> mistakes;
    };
  }
}
