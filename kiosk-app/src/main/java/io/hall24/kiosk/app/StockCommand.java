package io.hall24.kiosk.app;

import io.hall24.kiosk.ops.LedgerReports;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hall24 stock}: where every numbered sheet is. */
@Command(
    name = "stock",
    description = "Tells where every numbered sheet is.",
    mixinStandardHelpOptions = true)
final class StockCommand {
  StockCommand() {}

  /** The count of each tray. */
  @Command(
      name = "status",
      description = "The sheets of each tray by place; exit code 1 when a tray is closed.",
      mixinStandardHelpOptions = true)
  int status(
      @Option(
              names = "--data",
              paramLabel = "DIR",
              required = true,
              description = "a terminal's data directory; the terminal may be running")
          Path data,
      @Mixin Facts facts) {
    return facts.report(new LedgerReports(JournalSource.place(data)).stock(facts.form()));
  }
}
