package io.hall24.kiosk.issuance;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.DeviceId;
import io.hall24.device.Medium;
import io.hall24.device.OutputEye;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PagePrinter;
import io.hall24.device.SheetPicture;
import io.hall24.device.ipp.IppPrinterDriver;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.simulated.SimulatedOutputEyeDriver;
import io.hall24.device.simulated.SimulatedOutputPresenterDriver;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.gateway.Enrolment;
import io.hall24.kiosk.gateway.HttpRegistry;
import io.hall24.kiosk.gateway.JournalUpload;
import io.hall24.kiosk.gateway.NetworkState;
import io.hall24.kiosk.gateway.Registry;
import io.hall24.kiosk.gateway.RegistryLink;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.gateway.TrustAnchor;
import io.hall24.kiosk.gateway.Uploader;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A terminal as the composition root would wire it, around the real journal, gateway, presenter and
 * eye; every call out of the desk is a moment.
 */
final class Terminal implements AutoCloseable {
  private static final ShiftedClock CLOCK = new ShiftedClock();
  private static final CryptoSuite SUITE = CryptoSuite.international();
  static final String ID = "H24-TEST-0001";
  private static final TwoPersons STAFF = new TwoPersons("wang", "li");
  private final Journal journal;
  private final RegistryLink link;
  private final OutputPath path;
  private final PrintingDesk desk;
  private final StockRoom stock;
  private final AnnouncedVisits announced;

  private Terminal(
      Journal journal,
      RegistryLink link,
      OutputPath path,
      AnnouncedVisits announced,
      PrintingDesk desk) {
    this.announced = announced;
    this.journal = journal;
    this.link = link;
    this.path = path;
    this.desk = desk;
    this.stock = new StockRoom(journal);
  }

  /** The system's clock, whose wall time somebody has set wrong. */
  private static final class ShiftedClock implements HallClock {
    private volatile Duration shift = Duration.ZERO;

    @Override
    public Instant wallTime() {
      return HallClock.system().wallTime().plus(shift);
    }

    @Override
    public long nanoTime() {
      return HallClock.system().nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      HallClock.system().sleep(duration);
    }
  }

  /** Sets every terminal's wall clock of this process. */
  static void setWallClock(Duration shift) {
    CLOCK.shift = shift;
  }

  /** Times that suit devices which answer at once. */
  static DeskRules.Times times(Duration collecting) {
    return times(collecting, Duration.ofSeconds(8));
  }

  private static DeskRules.Times times(Duration collecting, Duration grant) {
    return new DeskRules.Times(
        Duration.ofSeconds(5),
        grant,
        Duration.ofSeconds(2),
        Duration.ofSeconds(4),
        Duration.ofSeconds(4),
        Duration.ofMillis(200),
        Duration.ofMillis(600),
        Duration.ofMillis(300),
        Duration.ofMillis(600),
        collecting,
        Duration.ofSeconds(2),
        Duration.ofMillis(15));
  }

  /** Starts a terminal up to the point at which the desk is there and has not recovered. */
  static Terminal start(TerminalPlace place, Duration collecting, Moments moments)
      throws InterruptedException {
    return start(place, times(collecting), moments);
  }

  /** The same, which asks for a grant for one second only. */
  static Terminal impatient(TerminalPlace place, Duration collecting) throws InterruptedException {
    return start(place, times(collecting, Duration.ofSeconds(1)), Moments.ignored());
  }

  private static Terminal start(TerminalPlace place, DeskRules.Times times, Moments moments)
      throws InterruptedException {
    var mechanics = new Mechanics(place.directory().resolve("mechanics"));
    return start(
        place,
        times,
        moments,
        new Equipment(
            new FolderPrinter(mechanics, moments),
            (face, copy) ->
                new LicencePress.Pressing.Set(Bytes.of(FolderPrinter.document(face.qr()))),
            Terminal::read));
  }

  /** With a real IPP printer, and everything that real paper takes. */
  static Terminal onRealPaper(TerminalPlace place, Moments moments, URI printer)
      throws InterruptedException, IOException {
    var driver = new IppPrinterDriver();
    return start(
        place,
        DeskRules.Times.collectedWithin(Duration.ofSeconds(60)),
        moments,
        RealPaper.equipment(
            driver.create(
                new DeviceId("printer"),
                driver.settings().resolve(Map.of("uri", printer.toString())),
                CLOCK)));
  }

  /** What may be lighter than in a real terminal. */
  record Equipment(PagePrinter printer, LicencePress press, SheetEye reader) {}

  /** The same with other equipment. */
  static Terminal start(
      TerminalPlace place, DeskRules.Times times, Moments moments, Equipment equipment)
      throws InterruptedException {
    Journal journal = openJournal(place.directory().resolve("terminal"), moments);
    var board = new StatusBoard(CLOCK);
    var time = new RegistryTime(Instant.EPOCH, CLOCK);
    var link =
        new RegistryLink(
            URI.create(place.registry()),
            ID,
            new StatementVerifier(
                SUITE, List.of(TrustAnchor.ofJwk(place.trustAnchor()).orElseThrow())),
            time,
            new NetworkState(board),
            CLOCK);
    Registry registry = moments.around(Registry.class, new HttpRegistry(link), "registry");
    var announced = new AnnouncedVisits(journal, registry, time, true);
    OutputPath path =
        path(place.directory().resolve("mechanics"), equipment.printer(), board, moments);
    var tools =
        new DeskTools(
            registry,
            moments.around(JournalUpload.class, new Uploader(link, journal), "upload"),
            announced,
            equipment.press(),
            equipment.reader(),
            path,
            () -> Long.MAX_VALUE);
    var rules = new DeskRules(EvidencePolicy.of(true, true), 2, 50, 1, 0.001, times);
    var terminal =
        new Terminal(
            journal, link, path, announced, new PrintingDesk(journal, tools, rules, CLOCK));
    terminal.enrol(place);
    return terminal;
  }

  private void enrol(TerminalPlace place) throws InterruptedException {
    KeyVault vault = vault(place.directory().resolve("terminal").resolve("keys"));
    var outcome =
        new Enrolment(link)
            .enrol(
                journal.head().journalId(),
                vault.signingKey().verification(),
                true,
                Optional.empty(),
                Patience.of(Duration.ofSeconds(30), CLOCK));
    if (!(outcome instanceof Enrolment.Outcome.Enrolled)) {
      throw new IllegalStateException("not enrolled: " + outcome);
    }
  }

  private static Journal openJournal(Path directory, Moments moments) {
    List<EventCodec<?>> codecs = new ArrayList<>(IssuanceEvent.codecs());
    codecs.addAll(StockEvent.codecs());
    codecs.addAll(CompensationEvent.codecs());
    codecs.addAll(AnnouncementEvent.codecs());
    var nativeLibraries = Path.of(System.getProperty("java.io.tmpdir"), "hall24-test-native");
    OpenResult result =
        Journal.open(
            new JournalPlace(directory, nativeLibraries),
            SUITE,
            vault(directory.resolve("keys")),
            ID,
            codecs,
            List.of(
                new IssuanceLedger(),
                new AnnouncedLedger(),
                new StockLedger(),
                new MomentProjection(moments)),
            CLOCK);
    if (result instanceof OpenResult.Opened(Journal journal)) {
      return journal;
    }
    throw new IllegalStateException("journal not opened: " + result);
  }

  private static KeyVault vault(Path keys) {
    char[] passphrase = "test".toCharArray();
    VaultOpening opening =
        Files.exists(keys)
            ? KeyVault.open(keys, passphrase, SUITE)
            : KeyVault.create(keys, passphrase, SUITE);
    if (opening instanceof VaultOpening.Opened(KeyVault vault)) {
      return vault;
    }
    throw new IllegalStateException("no vault: " + opening);
  }

  private static OutputPath path(
      Path mechanics, PagePrinter printer, StatusBoard board, Moments moments)
      throws InterruptedException {
    var settings = Map.of("mechanics", mechanics.toString());
    var eyeDriver = new SimulatedOutputEyeDriver();
    var presenterDriver = new SimulatedOutputPresenterDriver();
    OutputEye eye =
        eyeDriver.create(new DeviceId("eye"), eyeDriver.settings().resolve(settings), CLOCK);
    OutputPresenter presenter =
        presenterDriver.create(
            new DeviceId("presenter"), presenterDriver.settings().resolve(settings), CLOCK);
    return new OutputPath(
        awake(quietlyWatched(moments, PagePrinter.class, printer, "printer"), board),
        Optional.of(awake(quietlyWatched(moments, OutputEye.class, eye, "eye"), board)),
        awake(quietlyWatched(moments, OutputPresenter.class, presenter, "presenter"), board));
  }

  /** What its supervisor asks a device on its own. */
  private static final Set<String> OF_EVERY_DEVICE =
      Arrays.stream(Device.class.getMethods())
          .map(Method::getName)
          .collect(Collectors.toUnmodifiableSet());

  /** Only what the desk asks is a moment, not what the supervisor asks on its own. */
  private static <D extends Device> D quietlyWatched(
      Moments moments, Class<D> type, D device, String name) {
    return ((Moments)
            moment -> {
              if (!OF_EVERY_DEVICE.contains(moment.substring(moment.lastIndexOf('.') + 1))) {
                moments.reached(moment);
              }
            })
        .around(type, device, name);
  }

  private static <D extends Device> SupervisedDevice<D> awake(D device, StatusBoard board)
      throws InterruptedException {
    var supervised = new SupervisedDevice<>(device, board, CLOCK, new Random(7));
    if (!(supervised.wake() instanceof Attempt.Done<String>)) {
      throw new IllegalStateException(device.id() + " does not open");
    }
    return supervised;
  }

  /** Reads what {@link FolderPrinter} laid down. */
  private static SheetEye.Reading read(SheetPicture picture) {
    String[] lines = new String(picture.grey(), StandardCharsets.UTF_8).split("\n", -1);
    if (lines.length != 2) {
      return new SheetEye.Reading(Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }
    return new SheetEye.Reading(
        Optional.of(lines[0]).filter(qr -> !qr.isEmpty()),
        Optional.empty(),
        Optional.of(lines[1]),
        lines[0].isEmpty() ? 0 : 0.1);
  }

  /** Two persons load what lies in the trays of a new town. */
  void loadStock() {
    for (Medium medium : Medium.values()) {
      StaffAnswer answer = stock.load(medium, Town.firstLoad(medium), STAFF);
      if (!(answer instanceof StaffAnswer.Recorded)) {
        throw new IllegalStateException("not loaded: " + answer);
      }
    }
  }

  /** Brings the registry up to the end of the journal; one that was silent is asked again. */
  void sendEverything() throws InterruptedException {
    Patience patience = Patience.of(Duration.ofSeconds(60), CLOCK);
    var uploader = new Uploader(link, journal);
    var outcome = uploader.bringUpTo(journal.head().sequence(), patience);
    while (!(outcome instanceof JournalUpload.UploadOutcome.Acknowledged)) {
      if (!patience.pause(Duration.ofMillis(50))) {
        throw new IllegalStateException("not sent: " + outcome);
      }
      outcome = uploader.bringUpTo(journal.head().sequence(), patience);
    }
  }

  /** Learns what was announced; a registry that is silent is asked again. */
  void learnAnnouncements() throws InterruptedException {
    Patience patience = Patience.of(Duration.ofSeconds(60), CLOCK);
    while (!announced.refresh(Patience.of(Duration.ofSeconds(5), CLOCK))) {
      if (!patience.pause(Duration.ofMillis(50))) {
        throw new IllegalStateException("the registry does not say what was announced");
      }
    }
  }

  AnnouncedVisits announced() {
    return announced;
  }

  PrintingDesk desk() {
    return desk;
  }

  StockRoom stock() {
    return stock;
  }

  Journal journal() {
    return journal;
  }

  static TwoPersons staff() {
    return STAFF;
  }

  @Override
  public void close() {
    desk.close();
    path.printer().close();
    path.eye().ifPresent(SupervisedDevice::close);
    path.presenter().close();
    link.close();
    journal.close();
  }
}
