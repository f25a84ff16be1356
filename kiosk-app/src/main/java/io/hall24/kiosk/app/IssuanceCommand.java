package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.ops.LedgerReports;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall24 issuance}: what is being printed and what became of it. */
@Command(
    name = "issuance",
    description = "Tells which issuances are open, and takes down what two persons found.",
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

  /** What became of a sheet that nobody could account for. */
  @Command(
      name = "resolve",
      description = {
        "Two persons have looked for the sheet of an unknown issuance.",
        "Its number is void either way, and the tray is closed until they have counted it."
      },
      mixinStandardHelpOptions = true)
  int resolve(
      @Parameters(paramLabel = "ISSUANCE", description = "as 'issuance list' names it")
          String issuance,
      @ArgGroup(multiplicity = "1") Found found,
      @Mixin TwoStaff staff,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    ObjectNode words =
        Facts.object()
            .put("issuance", issuance)
            .put("found", found.sheet)
            .put("reason", found.none);
    return facts.report(staff.ask(line, SheetDesk.RESOLVE, words));
  }

  /** What the registry does not accept. */
  @Command(
      name = "rejected",
      description =
          "Events of issuances and stock that the registry does not accept and nobody has"
              + " compensated; exit code 1 when there are any.",
      mixinStandardHelpOptions = true)
  int rejected(@Mixin StaffLine line, @Mixin Facts facts) throws WrongInput, CannotOpen {
    return facts.report(line.ask(SheetDesk.REJECTED, Facts.object()));
  }

  /** The end of what a rejection left open. */
  @Command(
      name = "compensate",
      description = {
        "Two persons have found out why the registry does not accept an event.",
        "Nothing else ends what its rejection left open."
      },
      mixinStandardHelpOptions = true)
  int compensate(
      @Parameters(paramLabel = "EVENT", description = "as 'issuance rejected' numbers it")
          long event,
      @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
          String reason,
      @Mixin TwoStaff staff,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    ObjectNode words = Facts.object().put("event", event).put("reason", reason);
    return facts.report(staff.ask(line, SheetDesk.COMPENSATE, words));
  }

  /** What they found. */
  static final class Found {
    @Option(
        names = "--sheet-found",
        description = "they hold the sheet; it goes to the spoiled ones")
    private boolean sheet;

    @Option(
        names = "--none-found",
        paramLabel = "REASON",
        description = "they found none, and this is why")
    private String none = "";

    Found() {}
  }
}
