package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.ScriptedCitizen;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.ui.Appearance.Scheme;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Appearance.TextSize;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Host;
import io.hall24.kiosk.ui.ScreenRecorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private static final Duration ANNOUNCED_FOR = Duration.ofHours(2);
  private static final Duration REGISTRY = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Option(
      names = "--headless",
      description = "makes one complete visit by itself, without a window")
  private boolean headless;

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description = {
        "who comes, by surname: SU with an identity card,",
        "LIN, CHENG or HE with a passport (default: SU)"
      })
  private String person = "SU";

  /** Ways without a face, as the command line names them. */
  enum OtherWay {
    CLERK,
    REMOTE_CLERK,
    CREDENTIAL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--without-face",
      arity = "0..1",
      fallbackValue = "clerk",
      paramLabel = "WAY",
      description = {
        "with --headless: somebody confirms the person instead of the camera:",
        "clerk (default), remote-clerk or credential"
      })
  private Optional<OtherWay> withoutFace = Optional.empty();

  @Option(
      names = "--announced",
      description = "with --headless: the person told the registry before that they would come")
  private boolean announced;

  @Option(
      names = "--offline",
      description = "with --headless: the network is away from before the visit to its end")
  private boolean offline;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where everything is left (default: hall24-demo); one that exists goes on")
  private Path out = Path.of("hall24-demo");

  @Option(
      names = "--landscape",
      description = "a panel that lies on its side, 1920 x 1080 (default: upright, 1080 x 1920)")
  private boolean landscape;

  @Option(
      names = "--screens",
      paramLabel = "DIR",
      description = "only draws every screen there is, in both languages and on both panels")
  private Optional<Path> screens = Optional.empty();

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "SIZE",
      description = "of letters, with --screens: ${COMPLETION-CANDIDATES} (default: MEDIUM)")
  private List<TextSize> sizes = List.of(TextSize.MEDIUM);

  @Option(
      names = "--schemes",
      split = ",",
      paramLabel = "SCHEME",
      description = "of colours, with --screens: ${COMPLETION-CANDIDATES} (default: LIGHT)")
  private List<Scheme> schemes = List.of(Scheme.LIGHT);

  private final WindowToolkit toolkit;

  /**
   * Not run yet.
   *
   * @param toolkit for the window
   */
  @SuppressWarnings("NullAway.Init")
  DemoCommand(WindowToolkit toolkit) {
    this.toolkit = toolkit;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter say = spec.commandLine().getOut();
    InstalledLanguages.from(data());
    if (screens.isPresent()) {
      return gallery(screens.get(), say);
    }
    boolean window = !headless && WindowToolkit.isOnDisplay();
    if (!window && !headless) {
      say.println("there is no display: the visit is made by itself");
    }
    HallClock clock = HallClock.system();
    return window ? inWindow(say, clock) : byItself(say, clock);
  }

  private int inWindow(PrintWriter say, HallClock clock) throws IOException, InterruptedException {
    Shape shape = landscape ? Shape.LANDSCAPE : Shape.PORTRAIT;
    Profile known = DemoTerminal.profileWithoutWorld(data());
    try (PanelWindow window = PanelWindow.begin(toolkit, known, shape, say, clock);
        DemoWorld world = DemoWorld.begin(worldPlace(), data(), cast(), daemons(say), clock)) {
      Profile profile = DemoTerminal.profile(world);
      return inTerminal(
          DemoTerminal.begin(world, out, clock, profile),
          terminal -> serve(new DemoSession(window, terminal, world, clock, out), profile, say));
    } catch (CannotOpen failed) {
      return told(failed.asOutcome());
    }
  }

  private int byItself(PrintWriter say, HallClock clock) throws IOException, InterruptedException {
    try (DemoWorld world = DemoWorld.build(worldPlace(), data(), cast(), daemons(say), clock)) {
      return inTerminal(
          DemoTerminal.open(world, out, clock), terminal -> visit(terminal, world, say));
    } catch (CannotOpen failed) {
      return told(failed.asOutcome());
    }
  }

  private static Path fonts() {
    return data().resolve("fonts");
  }

  private int gallery(Path directory, PrintWriter say) throws IOException, InterruptedException {
    new DemoScreens(DemoTerminal.profileWithoutWorld(data()), fonts())
        .gallery(directory, sizes, schemes);
    say.println("left in " + directory.toAbsolutePath().normalize());
    return ExitCode.SUCCESS.number();
  }

  private static Path data() {
    return DataHome.find();
  }

  private Path worldPlace() throws IOException {
    return Files.createDirectories(out).resolve("world");
  }

  private Cast cast() {
    return Cast.of(who());
  }

  private static boolean daemons(PrintWriter say) {
    boolean allowed = "private".equals(System.getenv("HALL24_NAMESPACE"));
    if (!allowed) {
      say.println("no private namespace: reader and printer are simulated");
    }
    return allowed;
  }

  private interface Use {
    int of(Terminal terminal) throws CannotOpen, IOException, InterruptedException;
  }

  private int inTerminal(TerminalOpening opening, Use use)
      throws CannotOpen, IOException, InterruptedException {
    return switch (opening) {
      case TerminalOpening.Opened(var terminal) -> {
        try (terminal) {
          yield use.of(terminal);
        }
      }
      case TerminalOpening.Failed failed -> told(failed);
    };
  }

  private int told(TerminalOpening.Failed failed) {
    spec.commandLine().getErr().println(failed.problem() + "\n" + failed.remedy());
    return ExitCode.UNAVAILABLE.number();
  }

  /** People come and go until the window is closed. */
  private int serve(DemoSession session, Profile profile, PrintWriter say)
      throws CannotOpen, InterruptedException {
    say.println(DemoLevers.introduced(who()) + "; close the window to end");
    say.flush();
    session.run(
        profile,
        say,
        (outcome, visit) -> {
          say.println("outcome: " + outcome.code());
          say.flush();
        });
    return ExitCode.SUCCESS.number();
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

  /** Tells what became of issuances that the last run had left open. */
  static void tellRecovered(Terminal terminal, PrintWriter say) {
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
  }

  private void prepareRegistry(Terminal terminal, DemoWorld world, Profile profile)
      throws CannotOpen, IOException, InterruptedException {
    if (announced) {
      world.announceVisit(profile.terminal().id(), who(), ANNOUNCED_FOR);
      if (!terminal.announced().refresh(Patience.of(REGISTRY, HallClock.system()))) {
        throw new CannotOpen("the sandbox registry does not answer", "try again");
      }
    }
    if (offline) {
      world.cutNetwork();
    }
  }

  private Script script(Terminal terminal, DemoWorld world) throws CannotOpen {
    Script smooth = Script.smooth(who());
    return switch (withoutFace.orElse(null)) {
      case null -> smooth;
      case CLERK -> smooth.withoutFace().with(DemoStaff.clerk(terminal, HallClock.system()));
      case REMOTE_CLERK -> smooth.withoutFace();
      case CREDENTIAL -> smooth.withoutFace().with(world::showCredential);
    };
  }

  private int visit(Terminal terminal, DemoWorld world, PrintWriter say)
      throws CannotOpen, IOException, InterruptedException {
    tellRecovered(terminal, say);
    Script script = script(terminal, world);
    VisitReport report = new VisitReport(world.profileName(), terminal.devices());
    Profile profile = DemoTerminal.profile(world);
    Host host = new TerminalHost(terminal, HallClock.system(), Optional::empty, (_, _) -> {});
    prepareRegistry(terminal, world, profile);
    VisitOutcome outcome;
    ScreenRecorder recorder;
    try (ScriptedCitizen citizen = new ScriptedCitizen(script, world.hands())) {
      recorder =
          new ScreenRecorder(
              citizen, Hall.of(profile.terminal()), host::conditions, profile.visit());
      outcome =
          DemoTerminal.serve(
              terminal, recorder, (ended, visit) -> report.note(ended, visit.timeline()));
    }
    world.mendNetwork();
    terminal.settle();
    report.write(out.resolve("visit.json"));
    new DemoScreens(profile, fonts()).ofVisit(recorder.states(), out.resolve("screens"));
    say.println("outcome: " + outcome.code());
    DemoPapers.keep(outcome, world, out).forEach(say::println);
    terminal.receipts().written().forEach(say::println);
    say.println("left in " + out.toAbsolutePath().normalize());
    say.flush();
    return (outcome instanceof VisitOutcome.Collected ? ExitCode.SUCCESS : ExitCode.NEGATIVE)
        .number();
  }
}
