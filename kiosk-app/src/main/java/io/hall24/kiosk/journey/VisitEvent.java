package io.hall24.kiosk.journey;

import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.PadResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.util.List;
import java.util.Optional;

/** What a visit leaves in the journal: steps and decisions, no person. */
public sealed interface VisitEvent extends Event {
  /** The visit's id: random, and no key to a person. */
  String visit();

  /** Somebody began. */
  record Started(String visit) implements VisitEvent {}

  /**
   * The separate consent, recorded before the camera starts.
   *
   * @param answer {@code FACE} or {@code WITHOUT_FACE}
   * @param textVersion version of the notice
   * @param textHash SHA-256 of the notice as shown, lower-case hex
   */
  record ConsentAnswered(String visit, String answer, String textVersion, String textHash)
      implements VisitEvent {}

  /** A document was read, or not. */
  record DocumentRead(
      String visit,
      String result,
      Optional<String> type,
      Optional<String> protocol,
      Optional<String> authenticity)
      implements VisitEvent {}

  /** A comparison was decided. */
  record FaceCompared(String visit, double score, double threshold, String algorithm, boolean match)
      implements VisitEvent {}

  /**
   * One comparison did not reach the threshold. The registry counts these by document; kept as
   * briefly as a wish.
   *
   * @param documentType the kind of identity document
   * @param documentNumber as read from the chip
   * @param nationality three letters
   */
  record FaceFailed(String visit, String documentType, String documentNumber, String nationality)
      implements VisitEvent {
    @Override
    public String toString() {
      return "FaceFailed[" + visit + "]";
    }
  }

  /**
   * A clerk looked at person and document and answers for them.
   *
   * @param staffNumber who
   * @param proven how the clerk proved to be that clerk
   */
  record CoSigned(String visit, int staffNumber, List<String> proven) implements VisitEvent {}

  /**
   * A clerk was called who sees people from afar.
   *
   * @param call the call's id at the registry
   * @param outcome {@code CONFIRMED}, or why not
   * @param reference by which the clerk's office finds its own record
   * @param proven how the clerk proved to be a clerk
   */
  record RemoteClerkAsked(
      String visit, String call, String outcome, Optional<String> reference, List<String> proven)
      implements VisitEvent {}

  /**
   * An electronic credential was held before the scanner. What it says is not kept.
   *
   * @param outcome {@code OF_HOLDER}, or why it does not serve
   * @param issuer who vouches for it
   */
  record CredentialShown(String visit, String outcome, Optional<String> issuer)
      implements VisitEvent {}

  /**
   * What was done against presentation attacks.
   *
   * @param live median passive score, 0 (attack) to 1 (live); empty when none was taken
   * @param frames how many frames were scored
   * @param challenge {@code NOT_ASKED}, {@code PASSED}, or why it was not passed
   * @param movements that were made, in the order asked
   */
  record PadAssessed(
      String visit, Optional<Double> live, int frames, String challenge, List<String> movements)
      implements VisitEvent {

    static PadAssessed of(String visit, PadResult pad) {
      var passive = pad.passive();
      return new PadAssessed(
          visit,
          passive.map(PadResult.Passive::live),
          passive.map(PadResult.Passive::frames).orElse(0),
          switch (pad.active()) {
            case PadResult.Active.NotAsked _ -> "NOT_ASKED";
            case PadResult.Active.Passed _ -> "PASSED";
            case PadResult.Active.NotPassed(var why, var _) -> why.name();
          },
          switch (pad.active()) {
            case PadResult.Active.NotAsked _ -> List.of();
            case PadResult.Active.Passed(var done, var _) -> codes(done);
            case PadResult.Active.NotPassed(var _, var done) -> codes(done);
          });
    }

    private static List<String> codes(List<Challenge> done) {
      return done.stream().map(Challenge::code).toList();
    }
  }

  /**
   * What the frames show of a print or a screen; advisory, so it decided nothing.
   *
   * @param pattern median strength of a fine pattern on the face, a ratio of amplitudes
   * @param edges median share of the face's sides with a straight edge beside it, 0 to 1
   * @param suspected whether that looks like a print or a screen
   */
  record SurfaceSeen(String visit, double pattern, double edges, boolean suspected)
      implements VisitEvent {}

  /** Who stands there was decided. */
  record IdentityDecided(String visit, String decision, List<String> reasons)
      implements VisitEvent {}

  /** An order was confirmed for printing. */
  record OrderConfirmed(String visit, String orderId) implements VisitEvent {}

  /**
   * The slot opens for a sheet of an old licence.
   *
   * @param copy which one
   */
  record OldSheetAwaited(String visit, String orderId, String copy) implements VisitEvent {}

  /**
   * It fell into the locked bin. The registry reads this event.
   *
   * @param copy which one
   */
  record OldSheetDeposited(String visit, String orderId, String copy) implements VisitEvent {}

  /**
   * Somebody collects this order for its holder, who named them in the registry.
   *
   * @param until the last day on which that holds, as {@code 2026-11-22}
   */
  record ActsForHolder(String visit, String orderId, String until) implements VisitEvent {}

  /**
   * Somebody wished to collect while the registry could not be reached: noted, not accepted. Kept
   * as briefly as a wish may be.
   *
   * @param documentType the kind of identity document
   * @param documentNumber as read from the chip
   * @param nationality three letters
   * @param birth as {@code 2026-11-22}
   */
  record WishNoted(
      String visit, String documentType, String documentNumber, String nationality, String birth)
      implements VisitEvent {
    @Override
    public String toString() {
      return "WishNoted[" + visit + "]";
    }
  }

  /**
   * Nobody could confirm the person at that hour: a time was booked. What was entered is kept as
   * briefly as a wish.
   *
   * @param from when the next way without a face opens, as {@code 2026-11-23T09:00}
   * @param documentType the kind of identity document; empty when none was read
   * @param documentNumber as read from the chip
   */
  record TimeBooked(
      String visit,
      Optional<String> from,
      Optional<String> documentType,
      Optional<String> documentNumber)
      implements VisitEvent {
    @Override
    public String toString() {
      return "TimeBooked[" + visit + "]";
    }
  }

  /**
   * Somebody said that they have what was printed for them, or left without saying so.
   *
   * @param caseNumber of what they hold
   * @param how {@code SIGNED}, {@code BY_WORD} or {@code NOT_GIVEN}
   * @param statement SHA-256 over case, copies and sheets, lower-case hex: what was confirmed
   * @param signature as path data of SVG 1.1, in thousandths of the pad's width; where they signed
   */
  record ReceiptConfirmed(
      String visit, String caseNumber, String how, String statement, Optional<String> signature)
      implements VisitEvent {
    @Override
    public String toString() {
      return "ReceiptConfirmed[" + visit + ", " + how + "]";
    }
  }

  /**
   * Somebody said what they think of the service. Who says nothing leaves no record of it.
   *
   * @param caseNumber of what they came for, if there was one
   * @param level 5 is best, 1 worst
   */
  record Rated(String visit, Optional<String> caseNumber, int level) implements VisitEvent {}

  /** The visit ended. */
  record Ended(String visit, String outcome, Optional<String> detail) implements VisitEvent {}

  /** The codecs of all visit events. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        codec(Started.class, "visit.started"),
        codec(ConsentAnswered.class, "visit.consent-answered"),
        codec(DocumentRead.class, "visit.document-read"),
        codec(FaceCompared.class, "visit.face-compared"),
        new JsonEventCodec<>(FaceFailed.class, "visit.face-failed", RetentionClass.VISIT),
        codec(CoSigned.class, "visit.co-signed"),
        codec(RemoteClerkAsked.class, "visit.remote-clerk-asked"),
        codec(CredentialShown.class, "visit.credential-shown"),
        codec(PadAssessed.class, "visit.pad-assessed"),
        codec(SurfaceSeen.class, "visit.surface-seen"),
        codec(IdentityDecided.class, "visit.identity-decided"),
        codec(OrderConfirmed.class, "visit.order-confirmed"),
        codec(OldSheetAwaited.class, "visit.old-sheet-awaited"),
        codec(OldSheetDeposited.class, "visit.old-sheet-deposited"),
        codec(ActsForHolder.class, "visit.acts-for-holder"),
        new JsonEventCodec<>(WishNoted.class, "visit.wish-noted", RetentionClass.VISIT),
        new JsonEventCodec<>(TimeBooked.class, "visit.time-booked", RetentionClass.VISIT),
        codec(ReceiptConfirmed.class, "visit.receipt-confirmed"),
        codec(Rated.class, "visit.rated"),
        codec(Ended.class, "visit.ended"));
  }

  private static <E extends VisitEvent> EventCodec<E> codec(Class<E> type, String name) {
    return new JsonEventCodec<>(type, name, RetentionClass.OPERATION);
  }
}
