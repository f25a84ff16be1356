package io.hall24.kiosk.app;

import io.hall24.config.HallTime;
import io.hall24.config.Profile;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.gateway.Enrolment;
import io.hall24.kiosk.gateway.RegistryTime;
import io.hall24.kiosk.gateway.UploadLoop;
import io.hall24.kiosk.identity.AssurancePolicy;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.ChallengePolicy;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.identity.face.FaceModels;
import io.hall24.kiosk.issuance.DeskRules;
import io.hall24.kiosk.issuance.DeskTools;
import io.hall24.kiosk.issuance.EvidencePolicy;
import io.hall24.kiosk.issuance.LicencePress;
import io.hall24.kiosk.issuance.OutputPath;
import io.hall24.kiosk.issuance.PrintingDesk;
import io.hall24.kiosk.issuance.Recovered;
import io.hall24.kiosk.issuance.SheetEye;
import io.hall24.kiosk.issuance.StockRoom;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journey.Counter;
import io.hall24.kiosk.journey.Reception;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.SheetReader;
import io.hall24.kiosk.ops.staff.StaffRegister;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running terminal: every room wired to the others, and nothing decided here. */
final class Terminal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);
  private static final Duration ENROLMENT = Duration.ofSeconds(10);

  private final TerminalRecord record;
  private final Uplink uplink;
  private final Devices devices;
  private final FaceDesk faces;
  private final PrintingDesk desk;
  private final UploadLoop uploadLoop;
  private final StatusBoard board;
  private final Reception reception;
  private final ReceiptFiles receipts;
  private final List<Recovered> recovered;
  private final Settling settling;
  private final HealthDoors health;
  private final StaffRegister staff;

  private Terminal(
      TerminalRecord record,
      Uplink uplink,
      Devices devices,
      FaceDesk faces,
      PrintingDesk desk,
      UploadLoop uploadLoop,
      StatusBoard board,
      Reception reception,
      ReceiptFiles receipts,
      List<Recovered> recovered,
      Settling settling,
      HealthDoors health,
      StaffRegister staff) {
    this.record = record;
    this.uplink = uplink;
    this.devices = devices;
    this.faces = faces;
    this.desk = desk;
    this.uploadLoop = uploadLoop;
    this.board = board;
    this.reception = reception;
    this.receipts = receipts;
    this.recovered = recovered;
    this.settling = settling;
    this.health = health;
    this.staff = staff;
  }

  /** Opens the record, wakes the devices, brings on what an earlier run left open. */
  static TerminalOpening open(TerminalSetup setup) throws InterruptedException {
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
    CompletableFuture<FaceDesk.Opening> faces = openBeside(profile, clock);
    RegistryTime time = new RegistryTime(ProductVersion.builtAt(), clock);
    TerminalRecord record = TerminalRecord.open(setup, time);
    Uplink uplink = Uplink.of(profile, record, time, board, clock);
    enrol(profile, record, uplink, clock);
    Devices devices = Devices.of(profile, Drivers.installed(), board, clock);
    devices.wake();
    PrintingDesk desk = desk(setup, record.journal(), uplink, devices);
    List<Recovered> recovered = desk.recover();
    FaceDesk faceDesk = opened(faces);
    ReceiptFiles receipts = new ReceiptFiles(setup.data(), profile, clock);
    Counter counter =
        new Counter(
            devices.reader(),
            devices.camera(),
            faceDesk,
            facePolicy(profile.identity()),
            new AssurancePolicy(
                OptionalDouble.empty(), profile.identity().challenges().count() > 0),
            uplink.registry(),
            desk,
            receipts,
            record.journal(),
            () -> time.now().map(Terminal::hallDate),
            PrivacyText.notice(),
            profile.visit(),
            new SecureRandom(),
            clock);
    StaffRegister staff =
        new StaffRegister(
            setup.data(),
            record.journal(),
            record.vault(),
            TerminalRecord.SUITE,
            PinHash.Cost.usual(),
            clock,
            time);
    HealthDoors health =
        HealthDoors.open(
            setup,
            new HealthDoors.Rooms(record.journal(), board, time, recovered),
            new StaffDesk(setup.data(), record.journal(), staff).questions());
    return new Terminal(
        record,
        uplink,
        devices,
        faceDesk,
        desk,
        UploadLoop.start(uplink.link(), uplink.upload(), record.journal(), clock),
        board,
        new Reception(counter, RandomGenerator.getDefault(), health::count),
        receipts,
        recovered,
        Settling.start(desk, board, clock),
        health,
        staff);
  }

  private static LocalDate hallDate(Instant instant) {
    return LocalDate.ofInstant(instant, HallTime.ZONE);
  }

  /** The face nets load on their own thread while everything else starts. */
  private static CompletableFuture<FaceDesk.Opening> openBeside(Profile profile, HallClock clock) {
    var opening = new CompletableFuture<FaceDesk.Opening>();
    Thread.ofPlatform()
        .name("face-loading")
        .daemon()
        .start(() -> {
          try {
            opening.complete(
                switch (FaceModels.load(profile.identity().models())) {
                  case FaceModels.Loading.Loaded(var models) -> FaceDesk.open(models, clock);
                  case FaceModels.Loading.Unusable(var _, var problem) ->
                      new FaceDesk.Opening.Failed(problem);
                });
          } catch (InterruptedException | RuntimeException failed) {
            opening.completeExceptionally(failed);
          }
        });
    return opening;
  }

  private static FaceDesk opened(CompletableFuture<FaceDesk.Opening> opening)
      throws CannotOpen, InterruptedException {
    try {
      return switch (opening.get()) {
        case FaceDesk.Opening.Opened(var desk) -> desk;
        case FaceDesk.Opening.Failed(var detail) ->
            throw new CannotOpen(detail, "install the face models and start again");
      };
    } catch (ExecutionException failed) {
      throw new IllegalStateException("face nets", failed.getCause());
    }
  }

  private static FacePolicy facePolicy(Profile.Identity identity) {
    FacePolicy standard = FacePolicy.standard();
    return new FacePolicy(
        identity.threshold(),
        identity.attempts(),
        standard.framesPerAttempt(),
        standard.betweenAttempts(),
        identity.faceTime(),
        standard.gates(),
        challenges(identity.challenges()));
  }

  private static ChallengePolicy challenges(Profile.Challenges set) {
    Set<Challenge> offered =
        set.offered().stream()
            .map(movement ->
                switch (movement) {
                  case TURN_LEFT -> Challenge.TURN_LEFT;
                  case TURN_RIGHT -> Challenge.TURN_RIGHT;
                  case BLINK -> Challenge.BLINK;
                  case OPEN_MOUTH -> Challenge.OPEN_MOUTH;
                })
            .collect(Collectors.toUnmodifiableSet());
    return ChallengePolicy.standard().asking(set.count(), offered);
  }

  /**
   * Without an answer the terminal starts all the same: the upload enrols later, and nothing is
   * granted until then.
   */
  private static void enrol(Profile profile, TerminalRecord record, Uplink uplink, HallClock clock)
      throws CannotOpen, InterruptedException {
    var outcome =
        new Enrolment(uplink.link())
            .enrol(
                record.journal().head().journalId(),
                record.vault().signingKey().verification(),
                profile.kind() == Profile.Kind.DEMO,
                Optional.empty(),
                Patience.of(ENROLMENT, clock));
    switch (outcome) {
      case Enrolment.Outcome.Enrolled _ -> {}
      case Enrolment.Outcome.Unavailable(var detail) ->
          LOG.warn("not enrolled yet: the registry does not answer: {}", detail);
      case Enrolment.Outcome.Refused(var problem, var detail) ->
          throw new CannotOpen(
              "the registry refuses this terminal's journal: " + problem + " " + detail,
              "central operations must enrol it again");
    }
  }

  private static PrintingDesk desk(
      TerminalSetup setup, Journal journal, Uplink uplink, Devices devices) throws CannotOpen {
    Profile.Issuance rules = setup.profile().issuance();
    var evidence = rules.evidence();
    LicenceForms forms = PaperWork.forms(setup.profile());
    LicenceRenderer renderer = PaperWork.renderer(forms, rules);
    // One licence for nobody, so that the first citizen does not wait.
    renderer.warmUp();
    var tools =
        new DeskTools(
            uplink.registry(),
            uplink.upload(),
            LicencePress.of(renderer),
            SheetEye.of(new SheetReader(forms)),
            new OutputPath(devices.printer(), Optional.of(devices.eye()), devices.presenter()),
            () -> setup.data().toFile().getUsableSpace());
    var deskRules =
        DeskRules.of(
            EvidencePolicy.of(
                evidence.contains(Profile.Evidence.IPP_COMPLETED),
                evidence.contains(Profile.Evidence.OUTPUT_EYE)),
            DeskRules.Times.collectedWithin(rules.collectWithin()));
    return new PrintingDesk(journal, tools, deskRules, setup.clock());
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

  /** Where staff load and count sheets. */
  StockRoom stock() {
    return new StockRoom(record.journal());
  }

  /** Who of staff may do what. */
  StaffRegister staff() {
    return staff;
  }

  /** What this start did with issuances that an earlier run had left open. */
  List<Recovered> recovered() {
    return recovered;
  }

  /** What people took home besides licences. */
  ReceiptFiles receipts() {
    return receipts;
  }

  Devices devices() {
    return devices;
  }

  /** Sends what is left and settles what the registry has signed for. */
  void settle() throws InterruptedException {
    desk.settle();
  }

  @Override
  public void close() {
    health.close();
    settling.close();
    uploadLoop.close();
    receipts.close();
    desk.close();
    uplink.link().close();
    faces.close();
    devices.close();
    record.close();
  }
}
