package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.issuance.Recovered;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journey.Visit;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitTimeline;
import io.hall24.kiosk.ops.health.DatedCertificate;
import io.hall24.kiosk.ops.health.HealthAccess;
import io.hall24.kiosk.ops.health.HealthDesk;
import io.hall24.kiosk.ops.health.HealthJson;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.health.HealthServer;
import io.hall24.kiosk.ops.health.HealthSources;
import io.hall24.kiosk.ops.health.Ledgers;
import io.hall24.kiosk.ops.health.VisitTally;
import io.hall24.kiosk.ops.socket.Answering;
import io.hall24.kiosk.ops.socket.TerminalSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where others see how the terminal stands: the socket for commands on this machine and, where the
 * profile has certificates for it, the listener for central operations. A door that does not open
 * stands on the status board and keeps no citizen from being served.
 *
 * @param visits are counted here
 * @param desk assembles the report
 * @param socket for commands
 * @param server for central operations
 */
record HealthDoors(
    VisitTally visits,
    HealthDesk desk,
    Optional<TerminalSocket> socket,
    Optional<HealthServer> server)
    implements AutoCloseable {
  /** The question on the socket. */
  static final String HEALTH = "health";

  private static final Logger LOG = LoggerFactory.getLogger(HealthDoors.class);
  private static final DeviceId SOCKET = new DeviceId("command-socket");
  private static final DeviceId LISTENER = new DeviceId("health-listener");

  /** The rooms that are looked into. */
  record Rooms(
      Journal journal, StatusBoard board, RegistryTime time, Supplier<List<Recovered>> recovered) {}

  /**
   * Opens them.
   *
   * @param others what else is answered on the socket
   */
  static HealthDoors open(TerminalSetup setup, Rooms rooms, Map<String, Answering> others) {
    Optional<HealthAccess> access =
        setup.profile().health().flatMap(health -> access(health, rooms.board()));
    VisitTally visits = new VisitTally();
    var desk = new HealthDesk(sources(setup, rooms, visits, access), setup.clock());
    return new HealthDoors(
        visits,
        desk,
        socket(setup, desk, rooms.board(), others),
        access.flatMap(given ->
            setup
                .profile()
                .health()
                .flatMap(health -> server(health, given, desk, rooms.board()))));
  }

  private static HealthSources sources(
      TerminalSetup setup, Rooms rooms, VisitTally visits, Optional<HealthAccess> access) {
    List<DatedCertificate> certificates = access.map(HealthAccess::certificates).orElse(List.of());
    return new HealthSources(
        setup.profile().terminal().id(),
        versions(),
        rooms.board(),
        Ledgers.of(rooms.journal()),
        rooms.time(),
        rooms.recovered(),
        visits,
        certificates,
        setup.data(),
        setup.profile().warnings());
  }

  /** What runs. */
  static HealthReport.Versions versions() {
    return new HealthReport.Versions(ProductVersion.current(), Runtime.version().toString());
  }

  private static Optional<HealthAccess> access(Profile.Health health, StatusBoard board) {
    return switch (HealthAccess.read(health.keyStore(), health.passphraseFile(), health.trust())) {
      case HealthAccess.Reading.Ready(var access) -> Optional.of(access);
      case HealthAccess.Reading.Unusable(var problem) -> shut(LISTENER, problem, board);
    };
  }

  private static Optional<TerminalSocket> socket(
      TerminalSetup setup, HealthDesk desk, StatusBoard board, Map<String, Answering> others) {
    Map<String, Answering> all = new HashMap<>(others);
    all.put(HEALTH, Answering.always(() -> HealthJson.write(desk.report())));
    return switch (TerminalSocket.open(setup.data(), all)) {
      case TerminalSocket.Opening.Listening(var socket) -> Optional.of(socket);
      case TerminalSocket.Opening.Failed(var problem) -> shut(SOCKET, problem, board);
    };
  }

  private static Optional<HealthServer> server(
      Profile.Health health, HealthAccess access, HealthDesk desk, StatusBoard board) {
    return switch (HealthServer.open(health.port(), access.context(), desk::report)) {
      case HealthServer.Opening.Listening(var server) -> Optional.of(server);
      case HealthServer.Opening.Failed(var problem) -> shut(LISTENER, problem, board);
    };
  }

  private static <T> Optional<T> shut(DeviceId door, String problem, StatusBoard board) {
    LOG.error("{} is shut: {}", door, problem);
    board.publish(door, DeviceState.HARDWARE_ERROR, problem);
    return Optional.empty();
  }

  /** Counts a visit that has ended. */
  void count(VisitOutcome outcome, Visit visit) {
    VisitTimeline timeline = visit.timeline();
    visits.ended(
        outcome.code(),
        timeline.machineTime(),
        timeline.steps().stream()
            .filter(step -> step.kind() == VisitTimeline.Kind.MACHINE)
            .map(step ->
                new VisitTally.StepTime(
                    step.name(), Duration.ofNanos(step.endNanos() - step.startNanos())))
            .toList());
  }

  @Override
  public void close() {
    socket.ifPresent(TerminalSocket::close);
    server.ifPresent(HealthServer::close);
  }
}
