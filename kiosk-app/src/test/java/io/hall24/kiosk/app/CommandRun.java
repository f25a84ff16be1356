package io.hall24.kiosk.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One command of {@code hall24}, run to its end as the shell would.
 *
 * @param exit its exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record CommandRun(int exit, String out, String err) {
  static CommandRun of(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words);
    return new CommandRun(exit, out.toString(), err.toString());
  }

  /** Whether it ended so, with facts on stdout only, or problems on stderr only. */
  boolean ended(ExitCode expected) {
    boolean answered = expected == ExitCode.SUCCESS || expected == ExitCode.NEGATIVE;
    return exit == expected.number() && (answered || (out.isEmpty() && !err.isEmpty()));
  }
}
