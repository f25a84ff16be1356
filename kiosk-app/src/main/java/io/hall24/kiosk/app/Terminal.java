package io.hall24.kiosk.app;

import io.hall24.config.HallTime;
import io.hall24.config.OfflinePolicy;
import io.hall24.config.OfflineService;
import io.hall24.config.Profile;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.identity.AssurancePolicy;
import io.hall24.kiosk.issuance.AnnouncedVisits;
import io.hall24.kiosk.issuance.DeskRules;
import io.hall24.kiosk.issuance.DeskTools;
import io.hall24.kiosk.issuance.EvidencePolicy;
import io.hall24.kiosk.issuance.LicencePress;
import io.hall24.kiosk.issuance.Obstacle;
import io.hall24.kiosk.issuance.OutputPath;
import io.hall24.kiosk.issuance.PrintingDesk;
import io.hall24.kiosk.issuance.Recovered;
import io.hall24.kiosk.issuance.SheetEye;
import io.hall24.kiosk.issuance.StockRoom;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journey.Counter;
import io.hall24.kiosk.journey.DocumentReaders;
import io.hall24.kiosk.journey.HandBack;
import io.hall24.kiosk.journey.Reception;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.SheetReader;
import io.hall24.kiosk.ops.maintenance.MaintenanceRoom;
import io.hall24.kiosk.ops.staff.StaffRegister;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A running terminal: every room wired to the others, and nothing decided here. */
final class Terminal implements AutoCloseable {
  private final TerminalRecord record;
  private final Uplink uplink;
  private final Devices devices;
  private final Preparation preparation;
  private final PrintingDesk desk;
  private final HallClock clock;
  private final StatusBoard board;
  private final Reception reception;
  private final ReceiptSlips receipts;
  private final AnnouncedVisits announced;
  private final BundleShelf shelf;
  private volatile Optional<RegistryTalk> talk = Optional.empty();
  private final List<Chore> chores;
  private final HealthDoors health;
  private final StaffRegister staff;
  private final MaintenanceRoom maintenance;
  private final Housing housing;

  private Terminal(
      TerminalRecord record,
      Uplink uplink,
      Devices devices,
      Preparation preparation,
      PrintingDesk desk,
      AnnouncedVisits announced,
      BundleShelf shelf,
      HallClock clock,
      StatusBoard board,
      Reception reception,
      ReceiptSlips receipts,
      List<Chore> chores,
      HealthDoors health,
      StaffRegister staff,
      MaintenanceRoom maintenance,
      Housing housing) {
    this.record = record;
    this.uplink = uplink;
    this.devices = devices;
    this.preparation = preparation;
    this.desk = desk;
    this.announced = announced;
    this.shelf = shelf;
    this.clock = clock;
    this.board = board;
    this.reception = reception;
    this.receipts = receipts;
    this.chores = chores;
    this.health = health;
    this.staff = staff;
    this.maintenance = maintenance;
    this.housing = housing;
  }

  /** Opens the record, wakes the devices, brings on what an earlier run left open. */
  static TerminalOpening open(TerminalSetup setup) throws InterruptedException {
    TerminalOpening begun = begin(setup);
    if (!(begun instanceof TerminalOpening.Opened(var terminal))) {
      return begun;
    }
    try {
      terminal.prepare();
      terminal.warmUp();
      return begun;
    } catch (CannotOpen failed) {
      terminal.close();
      return failed.asOutcome();
    }
  }

  /**
   * Opens the record, and nothing that takes longer. Nobody can be served before {@link #prepare},
   * and the first would wait for what {@link #warmUp} does.
   */
  static TerminalOpening begin(TerminalSetup setup) throws InterruptedException {
    try {
      return new TerminalOpening.Opened(wire(setup));
    } catch (CannotOpen failed) {
      return failed.asOutcome();
    }
  }

  private static Terminal wire(TerminalSetup setup) throws CannotOpen, InterruptedException {
    Profile profile = setup.profile();
    HallClock clock = setup.clock();
    StatusBoard board = new StatusBoard(clock);
    RegistryTime time = new RegistryTime(ProductVersion.builtAt(), clock);
    BundleShelf shelf = PaperWork.shelf(profile, setup.data());
    LicenceForms forms = PaperWork.forms(profile, shelf.forms());
    Preparation preparation = new Preparation(profile, setup.data(), forms, shelf, board, clock);
    TerminalRecord record = TerminalRecord.open(setup, time);
    Uplink uplink = Uplink.of(profile, record, time, board, clock);
    Devices devices = Devices.of(profile, Drivers.installed(), board, clock);
    Housing housing = Housing.watch(devices, board, record.journal(), clock);
    DayDesk days =
        DayDesk.of(setup.data(), record.journal(), record.vault(), Optional.of(uplink), clock);
    AnnouncedVisits announced =
        new AnnouncedVisits(
            record.journal(),
            uplink.registry(),
            time,
            profile.offline().of(OfflineService.ANNOUNCED_VISIT) == OfflinePolicy.FINISH_IN_FLIGHT);
    PrintingDesk desk =
        desk(
            setup,
            record.journal(),
            uplink,
            announced,
            devices,
            () ->
                Stream.concat(housing.obstacles().stream(), days.differences().obstacles().stream())
                    .toList(),
            forms,
            preparation.press());
    ReceiptSlips receipts =
        new ReceiptSlips(
            setup.data(),
            profile,
            uplink.registry(),
            devices.peripherals().receiptPrinter(),
            clock);
    StaffRegister staff =
        new StaffRegister(
            setup.data(),
            record.journal(),
            record.vault(),
            setup.suite(),
            PinHash.Cost.usual(),
            clock,
            time);
    Counter counter =
        new Counter(
            new DocumentReaders(devices.readers()),
            devices.cameras(),
            preparation.faces(),
            FaceRules.of(profile.identity()),
            new AssurancePolicy(
                OptionalDouble.empty(), profile.identity().challenges().count() > 0),
            new CoSigningDesk(staff),
            uplink.office(),
            devices.peripherals().codeScanner(),
            uplink.registry(),
            desk,
            announced,
            profile.offline(),
            handBack(devices.peripherals()),
            receipts,
            preparation::services,
            record.journal(),
            () -> time.now().map(Terminal::hallDate),
            PrivacyText.notice(),
            profile.opening(),
            profile.visit(),
            new SecureRandom(),
            clock);
    HealthDoors health =
        HealthDoors.open(
            setup,
            new HealthDoors.Rooms(record.journal(), board, time, preparation::recovered),
            new StaffDesk(setup.data(), record.journal(), staff, days).questions());
    return new Terminal(
        record,
        uplink,
        devices,
        preparation,
        desk,
        announced,
        shelf,
        clock,
        board,
        new Reception(counter, RandomGenerator.getDefault(), health::count),
        receipts,
        List.of(
            Settling.start(desk, record.journal(), board, clock),
            Shredding.start(record.journal(), time, clock),
            DayEnd.start(days.days(), days.differences(), clock)),
        health,
        staff,
        MaintenanceRooms.of(setup, devices, board, record.journal(), staff, health.desk()),
        housing);
  }

  /** Something is given back only where it can be known and taken. */
  private static Optional<HandBack.Place> handBack(Peripherals peripherals) {
    return peripherals
        .codeScanner()
        .flatMap(
            scanner -> peripherals.depositSlot().map(slot -> new HandBack.Place(scanner, slot)));
  }

  private static LocalDate hallDate(Instant instant) {
    return LocalDate.ofInstant(instant, HallTime.ZONE);
  }

  private static PrintingDesk desk(
      TerminalSetup setup,
      Journal journal,
      Uplink uplink,
      AnnouncedVisits announced,
      Devices devices,
      Supplier<List<Obstacle>> surroundings,
      LicenceForms forms,
      LicencePress press) {
    Profile.Issuance rules = setup.profile().issuance();
    var evidence = rules.evidence();
    var tools =
        new DeskTools(
            uplink.registry(),
            uplink.upload(),
            announced,
            press,
            SheetEye.of(new SheetReader(forms, PaperWork.found(rules.fonts()))),
            new OutputPath(devices.printer(), Optional.of(devices.eye()), devices.presenter()),
            () -> setup.data().toFile().getUsableSpace(),
            surroundings);
    var deskRules =
        DeskRules.of(
            EvidencePolicy.of(
                evidence.contains(Profile.Evidence.IPP_COMPLETED),
                evidence.contains(Profile.Evidence.OUTPUT_EYE)),
            DeskRules.Times.collectedWithin(rules.collectWithin()));
    return new PrintingDesk(journal, tools, deskRules, setup.clock());
  }

  /** Brings up what nobody can be served without. */
  void prepare() throws InterruptedException {
    preparation.beforeVisits(devices, desk);
  }

  /**
   * Brings up what a visit needs later, and begins to talk with the registry.
   *
   * @throws CannotOpen when licences cannot be collected until somebody does something about it
   */
  void warmUp() throws CannotOpen, InterruptedException {
    preparation.besideVisits(record, uplink);
    talk = Optional.of(RegistryTalk.begin(uplink, record.journal(), announced, shelf, clock));
  }

  /** When it serves, and how people are confirmed. */
  Profile.Opening opening() {
    return preparation.opening();
  }

  /** Where people go when this terminal cannot serve them. */
  Optional<Profile.Nearby> nearby() {
    return preparation.nearby();
  }

  /** What a start still has to bring up. */
  Optional<VisitOutcome.Part> gettingReady() {
    return preparation.awaited();
  }

  /** What a start could not bring up. */
  Optional<VisitOutcome.Part> notReady() {
    return preparation.failed();
  }

  /** Whether nothing may be issued because of the record itself. */
  boolean recordFails() {
    return desk.recordFault().isPresent();
  }

  /** Serves one person after the other. */
  Reception reception() {
    return reception;
  }

  /** Every device's state. */
  StatusBoard board() {
    return board;
  }

  Journal journal() {
    return record.journal();
  }

  /** What the registry granted beforehand. */
  AnnouncedVisits announced() {
    return announced;
  }

  /** Where staff load and count sheets. */
  StockRoom stock() {
    return new StockRoom(record.journal());
  }

  /** Who of staff may do what. */
  StaffRegister staff() {
    return staff;
  }

  /** Where technicians work. */
  MaintenanceRoom maintenance() {
    return maintenance;
  }

  /** What this start did with issuances that an earlier run had left open. */
  List<Recovered> recovered() {
    return preparation.recovered();
  }

  /** What people took home besides licences. */
  ReceiptSlips receipts() {
    return receipts;
  }

  Devices devices() {
    return devices;
  }

  /** Power, door and lights. */
  Housing housing() {
    return housing;
  }

  /** Sends what is left and settles what the registry has signed for. */
  void settle() throws InterruptedException {
    desk.settle();
  }

  @Override
  public void close() {
    health.close();
    housing.close();
    chores.forEach(Chore::close);
    talk.ifPresent(RegistryTalk::close);
    receipts.close();
    desk.close();
    uplink.link().close();
    preparation.close();
    devices.close();
    record.close();
  }
}
