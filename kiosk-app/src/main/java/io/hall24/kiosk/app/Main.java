package io.hall24.kiosk.app;

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
    bridgeJavaLogging();
    System.exit(commandLine().execute(arguments));
  }

  /**
   * The whole command line, ready to execute.
   *
   * @return a new instance, whose streams a caller may replace
   */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .addSubcommand(new DemoCommand())
        .addSubcommand(new ConfigCommand())
        .addSubcommand(new DevicesCommand())
        .addSubcommand(new ReadDocumentCommand())
        .addSubcommand(new CompareFacesCommand())
        .addSubcommand(new CalibrateFaceCommand())
        .addSubcommand(new CheckLivenessCommand())
        .addSubcommand(new CheckCodeCommand())
        .addSubcommand(new RenderLicenceCommand())
        .addSubcommand(new CalibrationPageCommand())
        .addSubcommand(new PrintCommand())
        .addSubcommand(new JournalCommand())
        .addSubcommand(new StockCommand())
        .addSubcommand(new IssuanceCommand())
        .addSubcommand(new CredentialCommand())
        .addSubcommand(new HealthCommand())
        .addSubcommand(new SandboxRegistryCommand())
        .addSubcommand(new BenchCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new CommandFailures());
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
