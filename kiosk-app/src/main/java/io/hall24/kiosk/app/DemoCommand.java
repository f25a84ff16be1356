package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.ScriptedCitizen;
import io.hall24.kiosk.journey.VisitOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hall24 demo}: the whole terminal with the sandbox registry and an invented citizen. */
@Command(
    name = "demo",
    description =
        "Runs the whole terminal with a sandbox registry, invented people and 样本 on everything.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--headless",
      description = "makes one complete visit by itself, without a window")
  private boolean headless;

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description = "who comes: a surname such as LIN, CHENG or HE (default: LIN)")
  private String person = "LIN";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where everything is left (default: hall24-demo); one that exists goes on")
  private Path out = Path.of("hall24-demo");

  @SuppressWarnings("NullAway.Init")
  DemoCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter say = spec.commandLine().getOut();
    if (!headless) {
      say.println("this build has no window yet: the visit is made by itself");
    }
    boolean daemons = "private".equals(System.getenv("HALL24_NAMESPACE"));
    if (!daemons) {
      say.println("no private namespace: reader and printer are simulated");
    }
    Files.createDirectories(out);
    HallClock clock = HallClock.system();
    try (DemoWorld world =
        DemoWorld.build(out.resolve("world"), DataHome.find(), Cast.of(who()), daemons, clock)) {
      return switch (DemoTerminal.open(world, out, clock)) {
        case TerminalOpening.Opened(var terminal) -> {
          try (terminal) {
            yield visit(terminal, world, say);
          }
        }
        case TerminalOpening.Failed(var problem, var remedy) -> {
          spec.commandLine().getErr().println(problem + "\n" + remedy);
          yield ExitCode.UNAVAILABLE.number();
        }
      };
    }
  }

  private InventedPerson who() {
    return InventedPerson.all().stream()
        .filter(known ->
            known.surname().equals(person.toUpperCase(Locale.ROOT)) || known.name().equals(person))
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "nobody is called '"
                    + person
                    + "'; there are "
                    + InventedPerson.all().stream()
                        .map(known -> known.surname() + " (" + known.name() + ")")
                        .collect(Collectors.joining(", "))));
  }

  private int visit(Terminal terminal, DemoWorld world, PrintWriter say)
      throws IOException, InterruptedException {
    terminal
        .recovered()
        .forEach(step ->
            say.println(
                "brought on after the last run: "
                    + step.ticket().copy().code()
                    + " "
                    + step.found()
                    + " -> "
                    + step.now()));
    VisitReport report = new VisitReport(world.profileName(), terminal.devices());
    VisitOutcome outcome;
    try (ScriptedCitizen citizen = new ScriptedCitizen(Script.smooth(who()), world.hands())) {
      outcome =
          DemoTerminal.serve(
              terminal, citizen, (ended, visit) -> report.note(ended, visit.timeline()));
    }
    terminal.settle();
    report.write(out.resolve("visit.json"));
    say.println("outcome: " + outcome.code());
    DemoPapers.keep(outcome, world, out).forEach(say::println);
    terminal.receipts().written().forEach(say::println);
    say.println("left in " + out.toAbsolutePath().normalize());
    say.flush();
    return (outcome instanceof VisitOutcome.Collected ? ExitCode.SUCCESS : ExitCode.NEGATIVE)
        .number();
  }
}
