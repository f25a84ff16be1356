package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.ops.JournalReports.Finding;
import io.hall24.kiosk.ops.JournalReports.Form;
import io.hall24.kiosk.ops.JournalReports.Report;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --json} of every command that prints facts, and the printing of them. */
final class Facts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--json", description = "prints facts as JSON, one object a line")
  private boolean json;

  @SuppressWarnings("NullAway.Init")
  Facts() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  boolean asJson() {
    return json;
  }

  Form form() {
    return json ? Form.JSON : Form.TEXT;
  }

  /** The answer of a command, on stdout. */
  void tell(String text, ObjectNode facts) {
    out().println(json ? facts.toString() : text);
  }

  /** What stands in the way of an answer, on stderr. */
  void complain(String problem) {
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + problem);
  }

  /** What the terminal says to a command of staff. */
  int report(DeskReply reply) {
    switch (reply.exit()) {
      case SUCCESS, NEGATIVE ->
          tell(reply.text(), reply.facts().deepCopy().put("text", reply.text()));
      case USAGE, UNAVAILABLE -> complain(reply.text());
    }
    return reply.exit().number();
  }

  /** A report on stdout, or on stderr why there is none. */
  int report(Report report) {
    if (report.finding() == Finding.NO_JOURNAL) {
      spec.commandLine().getErr().println(report.text());
    } else if (!report.text().isEmpty()) {
      out().println(report.text());
    }
    return switch (report.finding()) {
      case SOUND -> ExitCode.SUCCESS.number();
      case UNSOUND -> ExitCode.NEGATIVE.number();
      case NO_JOURNAL -> ExitCode.USAGE.number();
    };
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
