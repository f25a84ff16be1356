package io.hall24.kiosk.demo.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.contract.Clause;
import io.hall24.device.contract.DriverContract;
import io.hall24.device.contract.Finding;
import io.hall24.device.contract.Rig;
import io.hall24.device.emrtd.EmrtdDriver;
import io.hall24.device.ipp.IppPrinterDriver;
import io.hall24.device.simulated.SimulatedDocumentReaderDriver;
import io.hall24.device.staffcard.StaffCardDriver;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.counterpart.SmartCardDaemon;
import io.hall24.kiosk.demo.counterpart.VirtualPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of the drivers whose devices hang on a daemon that is not ours: pcscd and
 * ippeveprinter are what is unplugged, plugged in and stopped here. The simulated reader of
 * documents stands beside the real one.
 */
@Tag("fault")
@Timeout(120)
class DaemonDriversContractTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final String VIRTUAL = ".*Virtual PCD 00 00.*";

  /** Where the virtual terminal is configured; in a private namespace only. */
  private static final Path TERMINALS = Path.of("/etc/reader.conf.d");

  @TempDir Path world;

  /** The library of PC/SC cannot be withdrawn from; what the supervisor makes of that is below. */
  @Test
  void documentReaderAndStaffCardReaderOverPcscd() throws Exception {
    var daemon = new Daemon(world.resolve("pcscd.log"));
    assertHolds(
        () ->
            new DaemonRig(
                new EmrtdDriver(),
                Map.of("terminal", VIRTUAL, "trust", trust().toString()),
                Map.of("terminal", "No Such Reader", "trust", trust().toString()),
                daemon.started()),
        Set.of(Clause.HANG));
    assertHolds(
        () ->
            new DaemonRig(
                new StaffCardDriver(),
                Map.of("terminal", VIRTUAL),
                Map.of("terminal", "No Such Reader"),
                daemon.started()),
        Set.of(Clause.HANG));
    daemon.unplug();
  }

  @Test
  void printerOverIpp() throws Exception {
    try (var printer = new Printer(VirtualPrinter.freePort(), world.resolve("printer"))) {
      assertHolds(
          () ->
              new DaemonRig(
                  new IppPrinterDriver(),
                  Map.of("uri", printer.uri()),
                  Map.of("uri", VirtualPrinter.uri(VirtualPrinter.freePort()).toString()),
                  printer.started()),
          Set.of());
    }
  }

  @Test
  void simulatedDocumentReader() throws Exception {
    Path place = world.resolve("place");
    assertHolds(
        () ->
            new DaemonRig(
                new SimulatedDocumentReaderDriver(),
                Map.of("document", place.toString(), "trust", trust().toString()),
                Map.of("document", world.resolve("no").toString(), "trust", trust().toString()),
                new Folder(place)),
        Set.of(Clause.HANG));
  }

  /** The daemon lives, and its list of terminals is empty, as when a cable was pulled. */
  @Test
  void aTerminalThatIsGoneWhileItsDaemonLivesIsNoDevice() throws Exception {
    var daemon = new Daemon(world.resolve("pcscd.log")).started();
    Path configured = TERMINALS.resolve("vpcd");
    byte[] virtual = Files.readAllBytes(configured);
    var board = new StatusBoard(CLOCK);
    try (var reader = reader(board)) {
      assertTrue(within(5, () -> state(board, reader) == DeviceState.ONLINE));
      Files.delete(configured);
      daemon.unplug();
      daemon.plug();
      assertTrue(within(4, () -> state(board, reader) == DeviceState.NO_DEVICE));
      Files.write(configured, virtual);
      daemon.unplug();
      daemon.plug();
      assertTrue(within(5, () -> state(board, reader) == DeviceState.ONLINE));
    } finally {
      Files.write(configured, virtual);
      daemon.unplug();
    }
  }

  @Test
  void aDaemonThatNoLongerAnswersCostsItsReaderOnlyAndIsUsedAgainWhenItDoes() throws Exception {
    var daemon = new Daemon(world.resolve("pcscd.log")).started();
    var board = new StatusBoard(CLOCK);
    try (var reader = reader(board)) {
      assertTrue(within(5, () -> state(board, reader) == DeviceState.ONLINE));
      daemon.begin();
      assertTrue(within(10, () -> state(board, reader) == DeviceState.HARDWARE_ERROR));
      daemon.end();
      assertTrue(within(8, () -> state(board, reader) == DeviceState.ONLINE));
    } finally {
      daemon.unplug();
    }
  }

  private SupervisedDevice<IdentityDocumentReader> reader(StatusBoard board) throws Exception {
    var driver = new EmrtdDriver();
    var settings =
        driver.settings().resolve(Map.of("terminal", VIRTUAL, "trust", trust().toString()));
    var reader =
        new SupervisedDevice<>(
            (IdentityDocumentReader) driver.create(new DeviceId("reader"), settings, CLOCK),
            board,
            CLOCK,
            new Random(24));
    assertInstanceOf(Attempt.Done.class, reader.wake());
    return reader;
  }

  private static DeviceState state(
      StatusBoard board, SupervisedDevice<IdentityDocumentReader> reader) {
    return board.of(reader.id()).orElseThrow().state();
  }

  private static boolean within(int seconds, java.util.function.BooleanSupplier holds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK).until(Duration.ofMillis(20), holds);
  }

  private Path trust() throws IOException {
    Path trust = world.resolve("trust");
    if (!Files.exists(trust)) {
      InventedState.founded(LocalDate.ofInstant(CLOCK.wallTime(), ZoneOffset.UTC)).trustIn(trust);
    }
    return trust;
  }

  /** Every clause holds but those that cannot be brought about, and no more of them. */
  private static void assertHolds(DriverContract.Source rigs, Set<Clause> notChecked) {
    List<Finding> findings = new DriverContract(rigs).check();
    assertEquals(Clause.values().length, findings.size());
    assertEquals(
        List.of(),
        findings.stream()
            .filter(Finding::broken)
            .map(finding -> finding.clause() + ": " + finding.verdict())
            .toList());
    assertEquals(
        notChecked,
        findings.stream()
            .filter(finding -> finding.verdict() instanceof Finding.Verdict.NotApplicable)
            .map(Finding::clause)
            .collect(Collectors.toSet()));
  }

  /** What can be taken away and brought back. */
  private interface Away {
    void unplug() throws Exception;

    void plug() throws Exception;

    Optional<Rig.Hang> hang();
  }

  private record DaemonRig(
      DeviceDriver driver,
      Map<String, String> settings,
      Map<String, String> settingsOfNothing,
      Away away)
      implements Rig {
    @Override
    public void unplug() throws Exception {
      away.unplug();
    }

    @Override
    public void plug() throws Exception {
      away.plug();
    }

    @Override
    public Optional<Hang> hang() {
      return away.hang();
    }

    @Override
    public void close() {}
  }

  /** Pcscd with the virtual terminal; one for all clauses, started again where one ended it. */
  private static final class Daemon implements Away, Rig.Hang {
    private final Path log;
    private Optional<SmartCardDaemon> running = Optional.empty();

    Daemon(Path log) {
      this.log = log;
    }

    Daemon started() throws IOException, InterruptedException {
      if (running.isEmpty()) {
        plug();
      }
      return this;
    }

    @Override
    public void unplug() throws IOException {
      if (running.isPresent()) {
        running.get().kill();
        running = Optional.empty();
      }
    }

    @Override
    public void plug() throws IOException, InterruptedException {
      running = Optional.of(SmartCardDaemon.start(log, CLOCK));
    }

    @Override
    public Optional<Rig.Hang> hang() {
      return Optional.empty();
    }

    @Override
    public void begin() throws Exception {
      signal("pcscd", "STOP");
    }

    @Override
    public void end() throws Exception {
      signal("pcscd", "CONT");
    }
  }

  private static final class Printer implements Away, Rig.Hang, AutoCloseable {
    private final int port;
    private final Path directory;
    private Optional<VirtualPrinter> running = Optional.empty();

    Printer(int port, Path directory) {
      this.port = port;
      this.directory = directory;
    }

    String uri() {
      return VirtualPrinter.uri(port).toString();
    }

    Printer started() {
      if (running.isEmpty()) {
        plug();
      }
      return this;
    }

    @Override
    public void unplug() {
      close();
    }

    @Override
    public void plug() {
      var patience = Patience.of(Duration.ofSeconds(30), CLOCK);
      running =
          Optional.of(
              switch (VirtualPrinter.start(port, directory, CLOCK, patience)) {
                case Attempt.Done<VirtualPrinter>(var there) -> there;
                case Attempt.Failed<VirtualPrinter>(var failure) ->
                    throw new IllegalStateException(failure.detail());
              });
    }

    @Override
    public Optional<Rig.Hang> hang() {
      return Optional.of(this);
    }

    @Override
    public void begin() throws Exception {
      signal("ippeveprinter", "STOP");
    }

    @Override
    public void end() throws Exception {
      signal("ippeveprinter", "CONT");
    }

    @Override
    public void close() {
      running.ifPresent(VirtualPrinter::close);
      running = Optional.empty();
    }
  }

  /** To the programs of that name that this process started. */
  private static void signal(String program, String name) throws Exception {
    List<String> command =
        ProcessHandle.current()
            .descendants()
            .filter(each -> each.info().command().orElse("").endsWith("/" + program))
            .map(each -> Long.toString(each.pid()))
            .collect(Collectors.toCollection(java.util.ArrayList::new));
    assertTrue(!command.isEmpty(), "no " + program);
    command.addAll(0, Arrays.asList("kill", "-" + name));
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
  }

  private static final class Folder implements Away {
    private final Path place;

    Folder(Path place) throws IOException {
      this.place = place;
      plug();
    }

    @Override
    public void unplug() throws IOException {
      Files.delete(place);
    }

    @Override
    public void plug() throws IOException {
      Files.createDirectories(place);
    }

    @Override
    public Optional<Rig.Hang> hang() {
      return Optional.empty();
    }
  }
}
