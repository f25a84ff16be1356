package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.commandLineFor(new WindowToolkit(Path.of("")), arguments)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void tellsTheVersionThatMavenBuilt() {
    assertEquals(ExitCode.SUCCESS.number(), run("--version"));
    assertTrue(out.toString().matches("(?s)hall24 \\d+\\.\\d+\\.\\d+.*"), out.toString());
  }

  @Test
  void explainsEveryCommandOnStdout() {
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      var spec = command.getCommandSpec();
      assertEquals(ExitCode.SUCCESS.number(), run(spec.name(), "--help"), spec.name());
    }
    assertEquals(ExitCode.SUCCESS.number(), run("--help"));
    assertTrue(out.toString().contains("Usage: hall24"), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void saysOnStderrThatACommandIsMissing() {
    assertEquals(ExitCode.USAGE.number(), run());
    assertTrue(err.toString().contains("Usage: hall24"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertEquals(ExitCode.USAGE.number(), run("no-such-command"));
    assertTrue(err.toString().contains("no-such-command"), err.toString());
    assertEquals("", out.toString());
  }
}
