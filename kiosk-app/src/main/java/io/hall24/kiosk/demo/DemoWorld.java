package io.hall24.kiosk.demo;

import io.hall24.device.Attempt;
import io.hall24.device.Medium;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.simulated.escpos.EscPosMachine;
import io.hall24.device.simulated.line.SimulatedLine;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.counterpart.CounterpartsHome;
import io.hall24.kiosk.demo.counterpart.SmartCardDaemon;
import io.hall24.kiosk.demo.counterpart.VirtualPrinter;
import io.hall24.kiosk.demo.face.StagedFace;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.demo.stock.StockPress;
import io.hall24.kiosk.licence.BlankSheet;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.PaperFonts;
import java.io.IOException;
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
  private static final String FORMS = "/io/hall24/config/forms/unofficial-sample-2019/";

  private final Path directory;
  private final Path data;
  private volatile Cast cast;
  private final int registryPort;
  private final int printerPort;
  private final boolean daemons;
  private Optional<SandboxRegistry> registry;
  private Optional<SmartCardDaemon> cardDaemon = Optional.empty();
  private final Optional<VirtualPrinter> printer;
  private final Keepsakes keepsakes;
  private final Entrance entrance;
  private final Mechanics mechanics;
  private final SamSimulator cardReader;
  private final EscPosMachine receiptRoll = new EscPosMachine();
  private final SimulatedLine receiptPrinter;
  private final StagedFace face;
  private final Hands hands;
  private final HallClock clock;

  private DemoWorld(Path directory, Path data, Cast cast, boolean daemons, HallClock clock)
      throws IOException, InterruptedException {
    this.directory = directory;
    this.data = data;
    this.cast = cast;
    this.daemons = daemons;
    this.clock = clock;
    this.keepsakes = new Keepsakes(data.resolve("demo"));
    this.entrance = new Entrance(directory, data, keepsakes, clock);
    this.mechanics =
        new Mechanics(Files.createDirectories(directory.resolve("printer")).resolve("mechanics"));
    fillTrays();
    PlainPaper.fill(new Mechanics(directory.resolve("plain").resolve("mechanics")));
    SandboxRegistry started =
        SandboxRegistry.start(
            directory.resolve("registry.db"), 0, seed(), Optional.of(data.resolve("fonts")), clock);
    Files.writeString(directory.resolve("registry.jwk"), started.trustAnchor());
    this.registry = Optional.of(started);
    this.registryPort = started.port();
    Path document = directory.resolve("document");
    this.face = new StagedFace(directory.resolve("camera"), clock);
    this.cardReader = SamSimulator.plugIn(directory.resolve("id-card-reader"), clock);
    this.receiptPrinter =
        SimulatedLine.plugIn(directory.resolve("receipt-printer"), receiptRoll, clock);
    Hands others =
        daemons
            ? new RealHands(
                document, directory.resolve("virtual-passport.log"), mechanics, face, clock)
            : new SimulatedHands(document, mechanics, face, clock);
    this.hands = new CardHands(cardReader, entrance::card, others);
    this.printerPort = VirtualPrinter.freePort();
    this.printer =
        daemons
            ? Optional.of(VirtualPrinter.launch(printerPort, directory.resolve("printer")))
            : Optional.empty();
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
    DemoWorld world = begin(directory, data, cast, daemons, clock);
    try {
      world.complete();
      return world;
    } catch (IOException | RuntimeException | InterruptedException failed) {
      world.close();
      throw failed;
    }
  }

  /**
   * Begins it: there are sheets and a registry, and it is known where reader, camera and printer
   * will be. {@link #complete} does the rest.
   */
  public static DemoWorld begin(
      Path directory, Path data, Cast cast, boolean daemons, HallClock clock)
      throws IOException, InterruptedException {
    return new DemoWorld(Files.createDirectories(directory), data, cast, daemons, clock);
  }

  /**
   * Lets the person come, and starts what plays reader and printer; over when it answers.
   *
   * @throws IOException when a part cannot be made; the message says which
   */
  public void complete() throws IOException, InterruptedException {
    if (!daemons) {
      entrance.let(cast);
      return;
    }
    var reader = SmartCardDaemon.start(directory.resolve("pcscd.log"), clock);
    synchronized (this) {
      cardDaemon = Optional.of(reader);
    }
    entrance.let(cast);
    awaitPrinter();
  }

  private void awaitPrinter() throws IOException {
    VirtualPrinter launched = printer.orElseThrow();
    if (launched.awaitAnswer(clock, Patience.of(STARTING, clock))
        instanceof Attempt.Failed<VirtualPrinter>(var failure)) {
      throw new IOException(failure.detail());
    }
  }

  /** Whether somebody stands before the camera already. */
  public boolean isEntered() {
    return entrance.standsBeforeCamera(cast.inFront());
  }

  /** Who is there. */
  public Cast cast() {
    return cast;
  }

  /** Somebody else comes: another document to put down, another face before the camera. */
  public void recast(Cast next) throws IOException, InterruptedException {
    hands.takeDocument();
    entrance.let(next);
    cast = next;
  }

  /** Twelve sheets a tray, once: a world that goes on keeps its sheets. */
  private void fillTrays() throws IOException, InterruptedException {
    for (Medium medium : Medium.values()) {
      Path tray = mechanics.tray(medium);
      if (!Files.isDirectory(tray)) {
        Files.createDirectories(Objects.requireNonNull(tray.getParent()));
        keepsakes.put(tray, stockOf(medium), folder -> printStock(medium, folder));
      }
    }
  }

  /** The installer pins the fonts' content: their sizes tell them apart well enough. */
  private Keepsakes.Origin stockOf(Medium medium) throws IOException {
    var origin =
        new Keepsakes.Origin("stock-" + medium.name())
            .and(SHEETS)
            .madeBy(StockPress.class)
            .madeBy(BlankSheet.class);
    for (String form : List.of("original-a3.yaml", "duplicate-a4.yaml")) {
      origin.andResource(BlankSheet.class, FORMS + form);
    }
    try (var fonts = Files.list(data.resolve("fonts"))) {
      for (Path font : fonts.sorted().toList()) {
        origin.and(font.getFileName()).and(Files.size(font));
      }
    }
    return origin;
  }

  private void printStock(Medium medium, Path folder) throws IOException {
    PaperFonts opened =
        switch (PaperFonts.open(data.resolve("fonts"))) {
          case PaperFonts.Opening.Opened(var there) -> there;
          case PaperFonts.Opening.Missing(var file) ->
              throw new IOException("the font " + file + " is missing");
        };
    var _ =
        new StockPress(opened).print(LicenceForms.shipped().of(copyOn(medium)), 1, SHEETS, folder);
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
        Map.of(
                InventedPerson.SU_WANQING, "bookshop",
                InventedPerson.LIN_HAIJIE, "cha",
                InventedPerson.HE_MUYUN, "studio")
            .entrySet()) {
      String order = resource("orders/" + entry.getValue() + ".json");
      orders.add(order);
      holders.add(holder(entry.getKey(), new Seed(List.of(), List.of(order)).orderIds()));
    }
    return withAgent(new Seed(holders, orders));
  }

  /** Somebody who holds nothing, and whom the holders of four licences named. */
  private static Seed withAgent(Seed seed) throws IOException {
    Seed.Holder agent = holder(InventedPerson.CHENG_YAN, List.of());
    Seed all = seed;
    for (var entry :
        Map.of("workshop", "霍**", "stall", "岑*", "orchard", "陶**", "branch", "纪*").entrySet()) {
      String order = resource("orders/" + entry.getKey() + ".json");
      String orderId = new Seed(List.of(), List.of(order)).orderIds().getFirst();
      all =
          all.withOrder(order)
              .with(new Seed.Agent(agent, orderId, entry.getValue(), LocalDate.of(2099, 12, 31)));
    }
    return all;
  }

  private static Seed.Holder holder(InventedPerson person, List<String> orderIds) {
    return new Seed.Holder(
        person.document().name(),
        person.documentNumber(),
        person.nationality(),
        person.birth(),
        false,
        orderIds);
  }

  private static String resource(String name) throws IOException {
    try (var in = Objects.requireNonNull(DemoWorld.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The name of the shipped profile that fits this world. */
  public String profileName() {
    return daemons ? "demo" : "demo-simulated";
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
        "PRINTER_URI", daemons ? VirtualPrinter.uri(printerPort).toString() : "none:none");
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

  /** What is on the receipt printer's roll, and what can be done to it. */
  public EscPosMachine receiptRoll() {
    return receiptRoll;
  }

  /** The receipt printer's cable. */
  public SimulatedLine receiptPrinter() {
    return receiptPrinter;
  }

  /** The reader for identity cards, to be unplugged and disturbed. */
  public SamSimulator cardReader() {
    return cardReader;
  }

  /** The person's hands. */
  public Hands hands() {
    return hands;
  }

  /** Whoever's document it is holds a fresh electronic credential before the scanner. */
  public void showCredential() {
    new Phone(directory.resolve("scanner.sock"))
        .show(registry().credentialOf(cast.holder().documentNumber()));
  }

  /** The camera's lens is broken: no picture comes any more. */
  public void breakCamera() throws IOException {
    try (var pictures = Files.list(directory.resolve("camera"))) {
      for (Path picture : pictures.filter(Files::isSymbolicLink).toList()) {
        Files.delete(picture);
      }
    }
  }

  /** The face before the camera, whose lens a hand may cover. */
  public StagedFace face() {
    return face;
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

  /**
   * Somebody tells the registry that they will come to a terminal, and it grants beforehand.
   *
   * @param within how long from now they may begin without the network
   */
  public void announceVisit(String terminal, InventedPerson person, Duration within)
      throws IOException {
    for (Seed.Holder holder : seed().holders()) {
      if (holder.documentNumber().equals(person.documentNumber())) {
        holder.orderIds().forEach(order -> registry().announce(terminal, holder, order, within));
      }
    }
  }

  /** Whoever's document it is has to hand back an old licence before they get the new one. */
  public void expectOldLicence() throws IOException {
    for (Seed.Holder holder : seed().holders()) {
      if (holder.documentNumber().equals(cast.holder().documentNumber())) {
        holder.orderIds().forEach(order -> registry().awaitOldSheets(order, OldLicence.CODES));
      }
    }
  }

  /** That old licence. */
  public OldLicence oldLicence() {
    return new OldLicence(directory);
  }

  /** Somebody's document is reported lost or stolen by its issuer; or found again. */
  public void reportDocument(InventedPerson person, boolean reported) {
    registry().report(holder(person, List.of()), reported);
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
              SandboxRegistry.start(
                  directory.resolve("registry.db"),
                  registryPort,
                  seed(),
                  Optional.of(data.resolve("fonts")),
                  clock));
    }
  }

  public Optional<VirtualPrinter> printer() {
    return printer;
  }

  public synchronized Optional<SmartCardDaemon> cardDaemon() {
    return cardDaemon;
  }

  @Override
  public void close() {
    hands.takeDocument();
    cardReader.close();
    receiptPrinter.close();
    cardDaemon().ifPresent(SmartCardDaemon::close);
    printer().ifPresent(VirtualPrinter::close);
    cutNetwork();
  }
}
