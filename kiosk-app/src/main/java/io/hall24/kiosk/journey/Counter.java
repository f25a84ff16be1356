package io.hall24.kiosk.journey;

import io.hall24.config.Profile;
import io.hall24.device.CodeScanner;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.gateway.IdentityOffice;
import io.hall24.kiosk.gateway.Registry;
import io.hall24.kiosk.identity.AssurancePolicy;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.issuance.AnnouncedVisits;
import io.hall24.kiosk.issuance.IssuanceDesk;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Journal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What stands on the counter: everything that a visit works with, and nothing that belongs to one
 * person.
 *
 * @param readers reads identity documents; open while nobody prints
 * @param cameras at rest until somebody consented
 * @param faces compares
 * @param facePolicy how strictly
 * @param assurance what must be known before a person is served
 * @param clerks where clerks prove who they are
 * @param office where the government side confirms people
 * @param scanner reads electronic credentials, where the terminal has one
 * @param registry the government side
 * @param desk issues
 * @param announced what the registry granted beforehand to people who said that they will come
 * @param offline what each service does without the registry
 * @param handBack where old licences are given back; empty where they go to a window
 * @param receipts gives people something to take home
 * @param services the catalogue; whoever asks waits until it is ready
 * @param journal the record
 * @param verifiedToday the date that the registry vouches for, in the hall's time zone; empty until
 *     it did
 * @param notice the privacy notice that is shown before the camera starts
 * @param opening when the ways without a face are open
 * @param waiting how long people are waited for
 * @param random what nobody can foresee: which movements are asked of a person
 * @param clock the time
 */
public record Counter(
    DocumentReaders readers,
    Cameras cameras,
    FaceDesk faces,
    FacePolicy facePolicy,
    AssurancePolicy assurance,
    CoSigning clerks,
    IdentityOffice office,
    Optional<SupervisedDevice<CodeScanner>> scanner,
    Registry registry,
    IssuanceDesk desk,
    AnnouncedVisits announced,
    Profile.Offline offline,
    Optional<HandBack.Place> handBack,
    ReceiptDesk receipts,
    Supplier<Finder> services,
    Journal journal,
    Supplier<Optional<LocalDate>> verifiedToday,
    PrivacyNotice notice,
    Profile.Opening opening,
    Profile.Visit waiting,
    RandomGenerator random,
    HallClock clock) {

  /**
   * The notice that a person agrees to.
   *
   * @param version of its text
   * @param hash SHA-256 over its text in all languages, lower-case hex
   */
  public record PrivacyNotice(String version, String hash) {}

  Patience patience(Duration granted) {
    return Patience.of(granted, clock);
  }

  /**
   * The event's sequence; empty when it is not on the disk, and then nothing may be done that
   * relies on it.
   */
  OptionalLong record(VisitEvent event) {
    return switch (journal.append(event)) {
      case AppendResult.Durable<?>(var recorded) ->
          OptionalLong.of(((io.hall24.kiosk.journal.Recorded<?>) recorded).sequence());
      case AppendResult.NotRecorded<?> _ -> OptionalLong.empty();
    };
  }

  /** The event's sequence; without a record nothing may go on, and the visit ends. */
  long require(VisitEvent event) {
    return record(event)
        .orElseThrow(
            () -> new VisitEnd(new VisitOutcome.ServiceUnavailable(VisitOutcome.Part.RECORD)));
  }
}
