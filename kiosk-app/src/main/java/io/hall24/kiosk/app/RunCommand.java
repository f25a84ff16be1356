package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ui.Appearance.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hall24 run}: the terminal, on its display. */
@Command(
    name = "run",
    description = {
      "Runs the terminal of a profile on this display, until the process is asked to end (SIGTERM):",
      "then whoever is served leaves first."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final Duration ENDING = Duration.ofSeconds(12);

  @Spec private CommandSpec spec;

  @Option(names = "--profile", paramLabel = "FILE", required = true, description = "the terminal's")
  private Path profile = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = TerminalSetup.INSTALLED,
      description = "where its record and keys lie (default: ${DEFAULT-VALUE})")
  private Path data = Path.of(TerminalSetup.INSTALLED);

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = {
        "holds the passphrase of the keys; the first start makes them with it",
        "(default: the credential " + ServiceCredential.NAME + " that systemd hands over)"
      })
  private Optional<Path> passphraseFile = Optional.empty();

  @Option(names = "--landscape", description = "a panel that lies on its side, 1920 x 1080")
  private boolean landscape;

  @Mixin private final ProfileVariables variables = new ProfileVariables();

  private final WindowToolkit toolkit;

  /**
   * Not run yet.
   *
   * @param toolkit for the window
   */
  @SuppressWarnings("NullAway.Init")
  RunCommand(WindowToolkit toolkit) {
    this.toolkit = toolkit;
  }

  @Override
  public Integer call() throws WrongInput, CannotOpen, IOException, InterruptedException {
    Profile checked = variables.load(profile);
    requireMemoryToStayInMemory(checked);
    char[] passphrase = passphrase();
    if (!WindowToolkit.isOnDisplay()) {
      throw new CannotOpen("there is no display", "start it in a graphical session");
    }
    Files.createDirectories(data);
    HallClock clock = HallClock.system();
    var setup = new TerminalSetup(checked, data, passphrase::clone, clock);
    Shape shape = landscape ? Shape.LANDSCAPE : Shape.PORTRAIT;
    return run(setup, shape).number();
  }

  private static void requireMemoryToStayInMemory(Profile checked) throws CannotOpen, IOException {
    if (checked.kind() == Profile.Kind.PRODUCTION) {
      List<String> ways = MemoryOnDisk.here().ways();
      if (!ways.isEmpty()) {
        throw new CannotOpen(
            "what people leave in memory could come to lie on a disk: " + String.join("; ", ways),
            "start it as hall24.service, which forbids that");
      }
    }
  }

  /** In whatever the toolkit draws on. */
  ExitCode run(TerminalSetup setup, Shape shape) throws CannotOpen, InterruptedException {
    PrintWriter say = spec.commandLine().getOut();
    var ended = new CountDownLatch(1);
    try (PanelWindow window =
        PanelWindow.begin(toolkit, setup.profile(), shape, say, setup.clock())) {
      Thread orderly = Thread.ofPlatform().unstarted(() -> endOrderly(window, ended));
      Runtime.getRuntime().addShutdownHook(orderly);
      try {
        serve(window, setup, say);
      } finally {
        // The toolkit ends by itself then, and answers nobody any more.
        ended.countDown();
      }
    }
    return ExitCode.SUCCESS;
  }

  private static void endOrderly(PanelWindow window, CountDownLatch ended) {
    window.shut();
    try {
      var _ = ended.await(ENDING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(PanelWindow window, TerminalSetup setup, PrintWriter say)
      throws CannotOpen, InterruptedException {
    switch (Terminal.begin(setup)) {
      case TerminalOpening.Failed(var problem, var remedy) -> throw new CannotOpen(problem, remedy);
      case TerminalOpening.Opened(var terminal) -> {
        try (terminal) {
          serve(window, terminal, setup, say);
        }
      }
    }
  }

  private static void serve(
      PanelWindow window, Terminal terminal, TerminalSetup setup, PrintWriter say)
      throws InterruptedException {
    var host = new TerminalHost(terminal, setup.clock(), Optional::empty, (_, _) -> {});
    try (Front _ =
        Front.open(
            terminal,
            setup.profile(),
            window.panel(),
            window.panel(),
            host,
            setup.clock(),
            RunCommand::begunAnew)) {
      Thread start = Thread.ofPlatform().name("start").start(() -> bringUp(terminal, say));
      window.awaitClosed();
      start.interrupt();
      start.join();
    }
  }

  /** A screen that hangs cannot be closed in order; the session starts the program again. */
  private static void begunAnew() {
    Runtime.getRuntime().halt(ExitCode.UNAVAILABLE.number());
  }

  /** What goes wrong here closes the service on the screen that stands, and is on the board. */
  private static void bringUp(Terminal terminal, PrintWriter say) {
    try {
      terminal.prepare();
      DemoCommand.tellRecovered(terminal, say);
      terminal.warmUp();
    } catch (InterruptedException closing) {
      LOG.debug("closed while it starts");
    } catch (CannotOpen stuck) {
      LOG.error("{}; {}", stuck.getMessage(), stuck.remedy());
    } catch (RuntimeException failed) {
      if (Thread.currentThread().isInterrupted()) {
        LOG.debug("closed while it starts", failed);
      } else {
        LOG.error("the start broke off", failed);
      }
    }
  }

  private char[] passphrase() throws WrongInput {
    Path file = ServiceCredential.file(passphraseFile, System.getenv());
    try {
      String text = Files.readString(file).stripTrailing();
      if (text.isEmpty()) {
        throw new WrongInput("the passphrase in " + file + " is empty");
      }
      return text.toCharArray();
    } catch (IOException unreadable) {
      throw new WrongInput("the passphrase in " + file + " cannot be read: " + unreadable);
    }
  }
}
