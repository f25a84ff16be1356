package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.ops.LedgerReports;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall24 stock}: where every numbered sheet is, and what staff did with it. */
@Command(
    name = "stock",
    description = "Tells where every numbered sheet is, and takes down what two persons did.",
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

  /** Sheets into a tray. */
  @Command(
      name = "load",
      description = "Two persons have put sheets behind those in a tray.",
      mixinStandardHelpOptions = true)
  int load(
      @Parameters(index = "0", paramLabel = "TRAY", description = "A3 or A4") String tray,
      @Parameters(index = "1", paramLabel = "FROM", description = "first number") String from,
      @Parameters(index = "2", paramLabel = "TO", description = "last number") String to,
      @Option(
              names = "--seal-of",
              paramLabel = "AUTHORITY",
              description = "whose seal is on them already; only its licences go onto them")
          Optional<String> sealOf,
      @Mixin TwoStaff staff,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    ObjectNode words = range(tray, from, to);
    sealOf.ifPresent(authority -> words.put("sealOf", authority));
    return facts.report(staff.ask(line, SheetDesk.LOAD, words));
  }

  /** Sheets out of a tray. */
  @Command(
      name = "remove",
      description = "Two persons have taken sheets out of a tray.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(index = "0", paramLabel = "TRAY", description = "A3 or A4") String tray,
      @Parameters(index = "1", paramLabel = "FROM", description = "first number") String from,
      @Parameters(index = "2", paramLabel = "TO", description = "last number") String to,
      @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
          String reason,
      @Mixin TwoStaff staff,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    ObjectNode words = range(tray, from, to).put("reason", reason);
    return facts.report(staff.ask(line, SheetDesk.REMOVE, words));
  }

  /** What lies in a tray. */
  @Command(
      name = "count",
      description = {
        "Two persons have counted a tray, which opens it when the count agrees with the ledger.",
        "Exit code 1 when it does not: the tray stays closed."
      },
      mixinStandardHelpOptions = true)
  int count(
      @Parameters(index = "0", paramLabel = "TRAY", description = "A3 or A4") String tray,
      @Parameters(index = "1", paramLabel = "N", description = "sheets that lie there") int counted,
      @Option(
              names = "--missing",
              paramLabel = "NUMBER",
              description = "a sheet that should lie there and does not; its number is void")
          List<String> missing,
      @Mixin TwoStaff staff,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    ObjectNode words = Facts.object().put("medium", tray).put("counted", counted);
    var numbers = words.putArray("missing");
    Stream.ofNullable(missing).flatMap(List::stream).forEach(numbers::add);
    return facts.report(staff.ask(line, SheetDesk.COUNT, words));
  }

  /** The three records of a day. */
  @Command(
      name = "reconcile",
      description = {
        "Compares registry, journal and stock ledger of a day; exit code 1 when they differ,",
        "3 when the registry's side is not there. R1 registry only, R2 terminal only, R3 sheet,",
        "R4 other content, R5 unknown."
      },
      mixinStandardHelpOptions = true)
  int reconcile(
      @Option(names = "--day", paramLabel = "DAY", description = "of the hall; default: today")
          Optional<LocalDate> day,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    return facts.report(line.ask(DayDesk.RECONCILE, on(day)));
  }

  /** The report of a day. */
  @Command(
      name = "report",
      description = {
        "Prints the report of a day, signed by the terminal (compact JWS); with --json its content.",
        "Days are closed by themselves at 23:55; their reports lie in reports/ of the data directory."
      },
      mixinStandardHelpOptions = true)
  int report(
      @Option(names = "--day", paramLabel = "DAY", description = "of the hall; default: today")
          Optional<LocalDate> day,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    return facts.report(line.ask(DayDesk.REPORT, on(day)));
  }

  /** What closes the service in the morning. */
  @Command(
      name = "unexplained",
      description = {
        "Differences of closed days that nobody has explained; exit code 1 when there are any.",
        "R2, R3 and R4 close the licence service at 09:00 of the next day."
      },
      mixinStandardHelpOptions = true)
  int unexplained(@Mixin StaffLine line, @Mixin Facts facts) throws WrongInput, CannotOpen {
    return facts.report(line.ask(DayDesk.UNEXPLAINED, Facts.object()));
  }

  /** The end of what a difference left open. */
  @Command(
      name = "explain",
      description = "Two persons have found out why the records of a closed day differ.",
      mixinStandardHelpOptions = true)
  int explain(
      @Parameters(index = "0", paramLabel = "DAY", description = "of the hall, as 2026-11-22")
          LocalDate day,
      @Parameters(
              index = "1",
              paramLabel = "SUBJECT",
              description = "issuance or sheet, as 'stock unexplained' names it")
          String subject,
      @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
          String reason,
      @Mixin TwoStaff staff,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    ObjectNode words =
        Facts.object().put("day", day.toString()).put("subject", subject).put("reason", reason);
    return facts.report(staff.ask(line, SheetDesk.EXPLAIN, words));
  }

  private static ObjectNode on(Optional<LocalDate> day) {
    ObjectNode words = Facts.object();
    day.ifPresent(given -> words.put("day", given.toString()));
    return words;
  }

  private static ObjectNode range(String tray, String from, String to) {
    return Facts.object().put("medium", tray).put("from", from).put("to", to);
  }
}
