package io.hall24.kiosk.app;

import io.hall24.config.Mistake;
import io.hall24.config.ProfileLoader;
import io.hall24.config.ProfileLoading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hall24 config}: what an operator has set. */
@Command(
    name = "config",
    description = "Looks at configuration files.",
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  ConfigCommand() {}

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  /** Every mistake in a configuration. */
  @Command(
      name = "check",
      description = "Reports every mistake in terminal profiles, each with its line.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "profiles (YAML)")
          List<Path> files,
      @Option(
              names = "--set",
              paramLabel = "NAME=VALUE",
              description = "what $${NAME} in a file stands for")
          Map<String, String> variables) {
    Map<String, String> known = new HashMap<>(System.getenv());
    if (variables != null) {
      known.putAll(variables);
    }
    List<Mistake> mistakes = new ArrayList<>();
    for (Path file : files) {
      mistakes.addAll(mistakes(file, known));
    }
    var out = spec.commandLine().getOut();
    mistakes.forEach(out::println);
    if (mistakes.isEmpty()) {
      out.println(files.size() == 1 ? "no mistakes" : "no mistakes in " + files.size() + " files");
    }
    out.flush();
    return (mistakes.isEmpty() ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
  }

  private static List<Mistake> mistakes(Path file, Map<String, String> variables) {
    return switch (new ProfileLoader(variables).load(file)) {
      case ProfileLoading.Faulty(var mistakes) -> mistakes;
      case ProfileLoading.Loaded(var profile) ->
          Drivers.installed().check(file.getFileName().toString(), profile);
    };
  }
}
