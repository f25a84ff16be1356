package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.gateway.Enrolment;
import io.hall24.kiosk.gateway.EnrolmentEvent;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.face.FaceModels;
import io.hall24.kiosk.issuance.LicencePress;
import io.hall24.kiosk.issuance.PrintingDesk;
import io.hall24.kiosk.issuance.Recovered;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start does after the record is open, so that nobody waits for it who does not need it: the
 * devices and the recovery before anybody is served, and then what a visit needs later.
 */
final class Preparation {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
  private static final Duration ENROLMENT = Duration.ofSeconds(10);
  private static final DeviceId START = new DeviceId("start");

  /** In the data directory: what the authority signed for a journal in place of another. */
  private static final String AUTHORISATION = "re-enrolment.jws";

  private final Profile profile;
  private final Path data;
  private final StatusBoard board;
  private final HallClock clock;
  private final LicenceForms forms;
  private final BundleShelf shelf;
  private final CompletableFuture<LicencePress> press = new CompletableFuture<>();
  private final CompletableFuture<Finder> services = new CompletableFuture<>();
  private final CompletableFuture<Boolean> netsWanted = new CompletableFuture<>();
  private final FaceDesk faces;
  private volatile Optional<Part> awaited = Optional.of(Part.DOCUMENT_READER);
  private volatile Optional<Part> failed = Optional.empty();
  private volatile List<Recovered> recovered = List.of();

  Preparation(
      Profile profile,
      Path data,
      LicenceForms forms,
      BundleShelf shelf,
      StatusBoard board,
      HallClock clock) {
    this.shelf = shelf;
    this.profile = profile;
    this.data = data;
    this.forms = forms;
    this.board = board;
    this.clock = clock;
    this.faces = FaceDesk.opening(this::models, clock);
  }

  private FaceModels.Loading models() {
    Path folder = profile.identity().models();
    return netsWanted.join()
        ? calibrated(FaceModels.load(folder), folder)
        : new FaceModels.Loading.Unusable(folder, "closed before they were wanted");
  }

  /** A threshold says nothing of other nets than those that it was measured with. */
  private FaceModels.Loading calibrated(FaceModels.Loading loading, Path folder) {
    if (!(loading instanceof FaceModels.Loading.Loaded(var models))) {
      return loading;
    }
    return profile
        .identity()
        .calibration()
        .filter(measured -> !measured.algorithm().equals(models.algorithm()))
        .<FaceModels.Loading>map(measured ->
            new FaceModels.Loading.Unusable(
                folder,
                "the face models are "
                    + models.algorithm()
                    + ", but identity.calibration is of "
                    + measured.algorithm()
                    + "; calibrate these"))
        .orElse(loading);
  }

  /** Its nets load when their turn comes; questions wait for them. */
  FaceDesk faces() {
    return faces;
  }

  /** Its fonts are parsed when their turn comes; the first licence waits for them. */
  LicencePress press() {
    return (face, copy) -> press.join().overprint(face, copy);
  }

  /** The catalogue; whoever asks waits until it is ready. */
  Finder services() {
    return services.join();
  }

  Optional<Profile.Nearby> nearby() {
    return profile.terminal().nearby();
  }

  Profile.Opening opening() {
    return profile.opening();
  }

  /** What has to come up before somebody can be served; empty when everything did. */
  Optional<Part> awaited() {
    return awaited;
  }

  /** What keeps licences from being collected because the start went wrong. */
  Optional<Part> failed() {
    return failed;
  }

  /** What this start did with issuances that an earlier run had left open. */
  List<Recovered> recovered() {
    return recovered;
  }

  /** Wakes the devices and brings on what an earlier run left open. */
  void beforeVisits(Devices devices, PrintingDesk desk) throws InterruptedException {
    Thread output = devices.wakeOutput();
    for (var reader : devices.readers()) {
      var _ = reader.wake();
    }
    awaited = Optional.of(Part.PRINTER);
    output.join();
    recovered = desk.recover();
    awaited = Optional.empty();
  }

  /** What the first visits would otherwise wait for. */
  void besideVisits(TerminalRecord record, Uplink uplink) throws CannotOpen, InterruptedException {
    netsWanted.complete(true);
    Thread.ofPlatform().name("catalogue").daemon().start(this::openCatalogue);
    enrol(record, uplink);
    press.complete(LicencePress.of(warmRenderer()));
    if (faces.opened() instanceof FaceDesk.Opening.Failed(var detail)) {
      throw fails(Part.CAMERA, new CannotOpen(detail, "install the face models and start again"));
    }
  }

  private void openCatalogue() {
    services.complete(Finder.of(Catalogues.of(DataHome.find(), shelf)));
  }

  /** It has drawn one licence for nobody, so that the first citizen does not wait. */
  private LicenceRenderer warmRenderer() throws CannotOpen {
    try {
      LicenceRenderer renderer = PaperWork.renderer(forms, profile.issuance());
      renderer.warmUp();
      return renderer;
    } catch (CannotOpen unusable) {
      throw fails(Part.PRINTER, unusable);
    }
  }

  /**
   * Without an answer the terminal starts all the same: the upload enrols later, and nothing is
   * granted until then.
   */
  private void enrol(TerminalRecord record, Uplink uplink) throws CannotOpen, InterruptedException {
    var enrolment = new Enrolment(uplink.link());
    String journalId = record.journal().head().journalId();
    Optional<Enrolment.Replacement> replacement =
        authorisation().flatMap(signed -> enrolment.replacement(signed, journalId));
    var outcome =
        enrolment.enrol(
            journalId,
            record.vault().signingKey().verification(),
            profile.kind() == Profile.Kind.DEMO,
            replacement,
            Patience.of(ENROLMENT, clock));
    switch (outcome) {
      case Enrolment.Outcome.Enrolled _ when replacement.isPresent() ->
          goesOn(record, replacement.get());
      case Enrolment.Outcome.Enrolled _ -> {}
      case Enrolment.Outcome.Unavailable(var detail) ->
          LOG.warn("not enrolled yet: the registry does not answer: {}", detail);
      case Enrolment.Outcome.Refused(var problem, var detail) ->
          throw fails(Part.REGISTRY, refused(record, problem + " " + detail));
    }
  }

  private static CannotOpen refused(TerminalRecord record, String why) {
    String before =
        record
            .replaced()
            .map(old -> "; the one before is " + old.reason() + " and kept as " + old.keptAs())
            .orElse("");
    return new CannotOpen(
        "the registry refuses this terminal's journal "
            + record.journal().head().journalId()
            + ": "
            + why
            + before,
        "put what central operations sign for it into "
            + AUTHORISATION
            + " in the data directory, and let two persons count and load the trays");
  }

  private Optional<String> authorisation() {
    try {
      return Optional.of(Files.readString(data.resolve(AUTHORISATION)));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private void goesOn(TerminalRecord record, Enrolment.Replacement replacement) {
    var event = new EnrolmentEvent.ReEnrolled(replacement.replaces());
    if (record.journal().append(event) instanceof AppendResult.Durable) {
      try {
        Files.deleteIfExists(data.resolve(AUTHORISATION));
      } catch (IOException kept) {
        LOG.warn("{} stays, and will be used again: {}", AUTHORISATION, kept.toString());
      }
    }
  }

  private CannotOpen fails(Part part, CannotOpen why) {
    failed = Optional.of(part);
    board.publish(START, DeviceState.HARDWARE_ERROR, String.valueOf(why.getMessage()));
    return why;
  }

  /** The nets are given back, whether or not they were there. */
  void close() {
    netsWanted.complete(false);
    press.cancel(false);
    services.cancel(false);
    faces.close();
  }
}
