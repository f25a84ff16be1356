package io.hall24.kiosk.demo;

import io.hall24.config.HallTime;
import io.hall24.device.Attempt;
import io.hall24.device.Medium;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.counterpart.CounterpartsHome;
import io.hall24.kiosk.demo.counterpart.SmartCardDaemon;
import io.hall24.kiosk.demo.counterpart.VirtualPrinter;
import io.hall24.kiosk.demo.document.DocumentPress;
import io.hall24.kiosk.demo.document.InventedState;
import io.hall24.kiosk.demo.face.PortraitStudio;
import io.hall24.kiosk.demo.face.StagedFace;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.demo.stock.StockPress;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.face.FaceModels;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.PaperFonts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything around the terminal that a demonstration needs: invented people with documents and
 * faces, a sandbox registry, numbered sheets of invented stock, and the daemons that play reader
 * and printer. All of it lies in one directory, and all processes end with it.
 */
public final class DemoWorld implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(30);
  private static final int SHEETS = 12;
  private static final long SEED = 24;

  private final Path directory;
  private final Path data;
  private final int registryPort;
  private Optional<SandboxRegistry> registry;
  private final Optional<SmartCardDaemon> cardDaemon;
  private final Optional<VirtualPrinter> printer;
  private final Mechanics mechanics;
  private final Hands hands;
  private final InventedState state;
  private final HallClock clock;

  private DemoWorld(
      Path directory,
      Path data,
      InventedState state,
      HallClock clock,
      SandboxRegistry registry,
      Optional<SmartCardDaemon> cardDaemon,
      Optional<VirtualPrinter> printer,
      Mechanics mechanics,
      Hands hands) {
    this.directory = directory;
    this.data = data;
    this.state = state;
    this.clock = clock;
    this.registry = Optional.of(registry);
    this.registryPort = registry.port();
    this.cardDaemon = cardDaemon;
    this.printer = printer;
    this.mechanics = mechanics;
    this.hands = hands;
  }

  /**
   * Builds it, or goes on with what lies in the directory.
   *
   * @param data has {@code fonts/} and {@code faces/}
   * @param daemons whether daemons may be started: only where {@code /run} is private
   * @throws IOException when a part cannot be made; the message says which
   */
  public static DemoWorld build(
      Path directory, Path data, Cast cast, boolean daemons, HallClock clock)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    InventedState state = InventedState.founded(today(clock));
    state.trustIn(Files.createDirectories(directory.resolve("csca")));
    Path document = directory.resolve("document");
    pressDocument(state, document, data, cast, clock);
    var face = new StagedFace(directory.resolve("camera"), clock);
    standBeforeCamera(face.folder(), data, cast.inFront(), clock);
    Path printerHome = Files.createDirectories(directory.resolve("printer"));
    Mechanics mechanics = new Mechanics(printerHome.resolve("mechanics"));
    fillTrays(mechanics, data.resolve("fonts"));
    SandboxRegistry registry =
        SandboxRegistry.start(directory.resolve("registry.db"), 0, seed(), clock);
    Files.writeString(directory.resolve("registry.jwk"), registry.trustAnchor());
    if (!daemons) {
      return new DemoWorld(
          directory,
          data,
          state,
          clock,
          registry,
          Optional.empty(),
          Optional.empty(),
          mechanics,
          new SimulatedHands(document, mechanics, face, clock));
    }
    var printer = startPrinter(printerHome, clock);
    var cardDaemon = SmartCardDaemon.start(directory.resolve("pcscd.log"), clock);
    return new DemoWorld(
        directory,
        data,
        state,
        clock,
        registry,
        Optional.of(cardDaemon),
        Optional.of(printer),
        mechanics,
        new RealHands(document, directory.resolve("virtual-passport.log"), mechanics, face, clock));
  }

  private static LocalDate today(HallClock clock) {
    return LocalDate.ofInstant(clock.wallTime(), HallTime.ZONE);
  }

  private static void pressDocument(
      InventedState state, Path document, Path data, Cast cast, HallClock clock)
      throws IOException {
    new DocumentPress(state, today(clock))
        .press(
            cast.holder(),
            data.resolve("faces").resolve(cast.holder().portrait()),
            cast.condition(),
            document);
  }

  /** Somebody else comes: another document to put down, another face before the camera. */
  public void recast(Cast cast) throws IOException, InterruptedException {
    hands.takeDocument();
    pressDocument(state, directory.resolve("document"), data, cast, clock);
    standBeforeCamera(directory.resolve("camera"), data, cast.inFront(), clock);
  }

  /** The person's pictures as a camera would take them; the same person's are taken once. */
  private static void standBeforeCamera(
      Path camera, Path data, InventedPerson person, HallClock clock)
      throws IOException, InterruptedException {
    Path whose = camera.resolve("whose");
    if (Files.exists(whose) && Files.readString(whose).equals(person.surname())) {
      return;
    }
    FaceModels models =
        switch (FaceModels.load(data.resolve("models"))) {
          case FaceModels.Loading.Loaded(var loaded) -> loaded;
          case FaceModels.Loading.Unusable(var _, var problem) -> throw new IOException(problem);
        };
    try (FaceDesk desk =
        switch (FaceDesk.open(models, clock)) {
          case FaceDesk.Opening.Opened(var opened) -> opened;
          case FaceDesk.Opening.Failed(var detail) -> throw new IOException(detail);
        }) {
      new PortraitStudio(desk)
          .stage(data.resolve("faces").resolve(person.portrait()), camera, SEED);
    }
    Files.writeString(whose, person.surname());
  }

  /** Twelve sheets a tray, once: a world that goes on keeps its sheets. */
  private static void fillTrays(Mechanics mechanics, Path fonts) throws IOException {
    for (Medium medium : Medium.values()) {
      Path tray = mechanics.tray(medium);
      if (!Files.isDirectory(tray)) {
        Files.createDirectories(tray);
        PaperFonts opened =
            switch (PaperFonts.open(fonts)) {
              case PaperFonts.Opening.Opened(var there) -> there;
              case PaperFonts.Opening.Missing(var file) ->
                  throw new IOException("the font " + file + " is missing");
            };
        var _ =
            new StockPress(opened)
                .print(LicenceForms.shipped().of(copyOn(medium)), 1, SHEETS, tray);
      }
    }
  }

  private static Copy copyOn(Medium medium) {
    return switch (medium) {
      case A3 -> new Copy.Original();
      case A4 -> new Copy.Duplicate("1-1");
    };
  }

  private static Seed seed() throws IOException {
    List<String> orders = new ArrayList<>();
    List<Seed.Holder> holders = new ArrayList<>();
    for (var entry :
        Map.of(InventedPerson.LIN_HAIJIE, "cha", InventedPerson.HE_MUYUN, "studio").entrySet()) {
      String order = resource("orders/" + entry.getValue() + ".json");
      orders.add(order);
      holders.add(holder(entry.getKey(), new Seed(List.of(), List.of(order)).orderIds()));
    }
    return new Seed(holders, orders);
  }

  private static Seed.Holder holder(InventedPerson person, List<String> orderIds) {
    return new Seed.Holder(
        "PASSPORT", person.documentNumber(), person.nationality(), person.birth(), false, orderIds);
  }

  private static String resource(String name) throws IOException {
    try (var in = Objects.requireNonNull(DemoWorld.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static VirtualPrinter startPrinter(Path home, HallClock clock) throws IOException {
    return switch (VirtualPrinter.start(
        VirtualPrinter.freePort(), home, clock, Patience.of(STARTING, clock))) {
      case Attempt.Done<VirtualPrinter>(var started) -> started;
      case Attempt.Failed<VirtualPrinter>(var failure) -> throw new IOException(failure.detail());
    };
  }

  /** The name of the shipped profile that fits this world. */
  public String profileName() {
    return cardDaemon.isPresent() ? "demo" : "demo-simulated";
  }

  /** What the variables of that profile stand for. */
  public Map<String, String> variables() {
    return Map.of(
        "DATA", data.toAbsolutePath().toString(),
        "WORLD", directory.toAbsolutePath().toString(),
        "PRINTER_COMMAND",
            CounterpartsHome.find()
                .map(home -> home.resolve("printer").resolve("mechanics.sh").toString())
                .orElse("mechanics.sh"),
        "REGISTRY_URL", "http://127.0.0.1:" + registryPort,
        "REGISTRY_TRUST_ANCHOR", directory.toAbsolutePath().resolve("registry.jwk").toString(),
        "PRINTER_URI", printer.map(VirtualPrinter::uri).map(URI::toString).orElse("none:none"));
  }

  /** The sheet numbers in a tray, in the order in which they are pulled. */
  public List<String> sheetsIn(Medium medium) throws IOException {
    try (var files = Files.list(mechanics.tray(medium))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pdf"))
          .map(name -> name.substring(0, name.length() - ".pdf".length()))
          .sorted()
          .toList();
    }
  }

  /** The person's hands. */
  public Hands hands() {
    return hands;
  }

  /** The camera's lens is broken: no picture comes any more. */
  public void breakCamera() throws IOException {
    try (var pictures = Files.list(directory.resolve("camera"))) {
      for (Path picture : pictures.filter(Files::isSymbolicLink).toList()) {
        Files.delete(picture);
      }
    }
  }

  /** Where paper moves. */
  public Mechanics mechanics() {
    return mechanics;
  }

  /**
   * The government side.
   *
   * @throws IllegalStateException while the network is cut
   */
  public synchronized SandboxRegistry registry() {
    return registry.orElseThrow(() -> new IllegalStateException("the network is cut"));
  }

  /** The registry is out of reach from now on. */
  public synchronized void cutNetwork() {
    registry.ifPresent(SandboxRegistry::close);
    registry = Optional.empty();
  }

  /** The registry is back, where it was and as it was. */
  public synchronized void mendNetwork() throws IOException {
    if (registry.isEmpty()) {
      registry =
          Optional.of(
              SandboxRegistry.start(directory.resolve("registry.db"), registryPort, seed(), clock));
    }
  }

  public Optional<VirtualPrinter> printer() {
    return printer;
  }

  public Optional<SmartCardDaemon> cardDaemon() {
    return cardDaemon;
  }

  @Override
  public void close() {
    hands.takeDocument();
    cardDaemon.ifPresent(SmartCardDaemon::close);
    printer.ifPresent(VirtualPrinter::close);
    cutNetwork();
  }
}
