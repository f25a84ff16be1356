package io.hall24.kiosk.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hall24.config.Profile;
import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journal.FileReading;
import io.hall24.kiosk.journal.JournalFile;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.JournalStatus;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.ops.health.DatedCertificate;
import io.hall24.kiosk.ops.health.HealthAccess;
import io.hall24.kiosk.ops.health.HealthDesk;
import io.hall24.kiosk.ops.health.HealthJson;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.health.HealthSources;
import io.hall24.kiosk.ops.health.HealthText;
import io.hall24.kiosk.ops.health.Ledgers;
import io.hall24.kiosk.ops.health.VisitTally;
import io.hall24.kiosk.ops.socket.TerminalLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code hall24 health}: the report that central operations would pull, from the machine itself.
 */
@Command(
    name = "health",
    description = {
      "Prints the report that central operations would pull from a terminal: what the running one",
      "answers, or else what its record tells.",
      "Exit code 0 when it runs, 1 when it does not, 3 when there is no record either."
    },
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
  private static final String NOT_RUNNING = "the terminal does not run";

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = TerminalSetup.INSTALLED,
      description = "the terminal's data directory (default: ${DEFAULT-VALUE})")
  private Path data = Path.of(TerminalSetup.INSTALLED);

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "the terminal's profile: whose report it has to be, and which devices and certificates it"
              + " has while it does not run")
  private Optional<Path> profile = Optional.empty();

  @Mixin private final ProfileVariables variables = new ProfileVariables();

  @Mixin private final Facts facts = new Facts();

  @SuppressWarnings("NullAway.Init")
  HealthCommand() {}

  @Override
  public Integer call() throws WrongInput, CannotOpen, JsonProcessingException {
    Optional<Profile> known =
        profile.isPresent() ? Optional.of(variables.load(profile.get())) : Optional.empty();
    return switch (TerminalLine.ask(data, HealthDoors.HEALTH)) {
      case TerminalLine.Answer.Told(var told) ->
          print(told, HealthJson.read(told), known, ExitCode.SUCCESS);
      case TerminalLine.Answer.Refused(var reason) ->
          throw new CannotOpen("the terminal gives no report: " + reason, "ask again");
      case TerminalLine.Answer.NotRunning(var detail) -> {
        HealthReport report = atRest(known, detail);
        yield print(HealthJson.write(report), report, known, ExitCode.NEGATIVE);
      }
    };
  }

  private int print(String json, HealthReport report, Optional<Profile> known, ExitCode exit)
      throws WrongInput {
    if (known.isPresent() && !known.get().terminal().id().equals(report.terminal())) {
      throw new WrongInput(
          "--profile is that of "
              + known.get().terminal().id()
              + ", but the terminal on "
              + data
              + " is "
              + report.terminal());
    }
    spec.commandLine().getOut().println(facts.asJson() ? json : HealthText.write(report));
    return exit.number();
  }

  private HealthReport atRest(Optional<Profile> known, String notRunning) throws CannotOpen {
    JournalPlace place = JournalSource.place(data);
    HallClock clock = HallClock.system();
    return switch (new JournalFile(place, place.database()).status()) {
      case FileReading.Read<JournalStatus>(var status) ->
          HealthDesk.atRest(
                  new HealthSources(
                      status.terminalId(),
                      HealthDoors.versions(),
                      board(known, clock),
                      Ledgers.in(place),
                      VerifiedTime.UNKNOWN,
                      List::of,
                      new VisitTally(),
                      certificates(known),
                      data,
                      known.map(Profile::warnings).orElse(List.of())),
                  clock)
              .report();
      case FileReading.Unreadable<JournalStatus>(var why) ->
          throw new CannotOpen(
              "no terminal runs there: " + notRunning + "; and there is no record: " + why,
              "start it, name its data directory, or ask as its owner or a member of its group");
    };
  }

  private static StatusBoard board(Optional<Profile> known, HallClock clock) {
    StatusBoard board = new StatusBoard(clock);
    known.stream()
        .flatMap(profile -> profile.devices().values().stream())
        .forEach(
            entry -> board.publish(new DeviceId(entry.id()), DeviceState.OFFLINE, NOT_RUNNING));
    return board;
  }

  private static List<DatedCertificate> certificates(Optional<Profile> known) {
    return known
        .flatMap(Profile::health)
        .map(
            health -> HealthAccess.read(health.keyStore(), health.passphraseFile(), health.trust()))
        .filter(HealthAccess.Reading.Ready.class::isInstance)
        .map(ready -> ((HealthAccess.Reading.Ready) ready).access().certificates())
        .orElse(List.of());
  }
}
