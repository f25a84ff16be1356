package io.hall24.kiosk.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line of Hall24, {@code hall24}. Every command is a subcommand of this one; a command
 * appears only when it works.
 */
@Command(
    name = "hall24",
    description = "Software of an unattended, 24-hour government self-service terminal.",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Made by picocli, which then sets the command's specification. */
  @SuppressWarnings("NullAway.Init")
  public Main() {}

  /**
   * Runs one command and ends the process with its {@link ExitCode}.
   *
   * @param arguments what stands behind {@code hall24} on the command line
   */
  public static void main(String[] arguments) {
    WindowToolkit toolkit = toolkit();
    toolkit.beginFor(arguments);
    bridgeJavaLogging();
    System.exit(commandLineFor(toolkit, arguments).execute(arguments));
  }

  /**
   * The whole command line, ready to execute.
   *
   * @return a new instance, whose streams a caller may replace
   */
  public static CommandLine commandLine() {
    return commandLine(commands(toolkit()));
  }

  private static WindowToolkit toolkit() {
    return new WindowToolkit(DataHome.find().resolve("fonts"));
  }

  /**
   * As much of the command line as these arguments ask for: describing every command takes longer
   * than most of them run.
   */
  static CommandLine commandLineFor(WindowToolkit toolkit, String... arguments) {
    Map<String, Supplier<Object>> commands = commands(toolkit);
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      commands.clear();
    } else if (arguments.length > 0 && commands.containsKey(arguments[0])) {
      commands.keySet().retainAll(Set.of(arguments[0]));
    }
    return commandLine(commands);
  }

  private static CommandLine commandLine(Map<String, Supplier<Object>> commands) {
    CommandLine all = new CommandLine(new Main());
    commands.forEach((name, command) -> all.addSubcommand(name, command.get()));
    return all.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new CommandFailures());
  }

  /** Every command by its name, in the order in which help shows them. */
  private static Map<String, Supplier<Object>> commands(WindowToolkit toolkit) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(toolkit));
    commands.put("demo", () -> new DemoCommand(toolkit));
    commands.put("config", ConfigCommand::new);
    commands.put("devices", DevicesCommand::new);
    commands.put("driver-host", DriverHostCommand::new);
    commands.put("read-document", ReadDocumentCommand::new);
    commands.put("compare-faces", CompareFacesCommand::new);
    commands.put("calibrate-face", CalibrateFaceCommand::new);
    commands.put("check-liveness", CheckLivenessCommand::new);
    commands.put("check-code", CheckCodeCommand::new);
    commands.put("render-licence", RenderLicenceCommand::new);
    commands.put("calibration-page", CalibrationPageCommand::new);
    commands.put("print", PrintCommand::new);
    commands.put("journal", JournalCommand::new);
    commands.put("stock", StockCommand::new);
    commands.put("issuance", IssuanceCommand::new);
    commands.put("credential", CredentialCommand::new);
    commands.put("health", HealthCommand::new);
    commands.put("sandbox-registry", SandboxRegistryCommand::new);
    commands.put("bench", BenchCommand::new);
    return commands;
  }

  /** Without a command: wrong usage, answered with the help on stderr. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  /**
   * Some libraries log through java.util.logging; there shall be one log with one set of levels.
   */
  private static void bridgeJavaLogging() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
