package io.hall24.kiosk.app;

import io.hall24.kiosk.ops.LedgerReports;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hall24 issuance}: what is being printed and what became of it. */
@Command(
    name = "issuance",
    description = "Tells which issuances are open.",
    mixinStandardHelpOptions = true)
final class IssuanceCommand {
  IssuanceCommand() {}

  /** Everything that is not settled. */
  @Command(
      name = "list",
      description =
          "Every issuance that is not settled; exit code 1 when two persons must resolve one.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--data",
              paramLabel = "DIR",
              required = true,
              description = "a terminal's data directory; the terminal may be running")
          Path data,
      @Mixin Facts facts) {
    return facts.report(new LedgerReports(JournalSource.place(data)).issuances(facts.form()));
  }
}
