package io.hall24.kiosk.journey;

import io.hall24.device.Attempt;
import io.hall24.device.CodeScanner;
import io.hall24.device.CodeScanner.ScannedCode;
import io.hall24.device.DeviceFailure;
import io.hall24.device.IdentityDocument;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.gateway.CredentialAnswer;
import io.hall24.kiosk.gateway.CredentialAnswer.Worth;
import io.hall24.kiosk.gateway.DocumentQuery;
import io.hall24.kiosk.identity.Route;
import io.hall24.kiosk.journey.Question.Setback;
import java.time.Duration;
import java.util.Optional;

/**
 * The step of a visit in which a person holds an electronic credential before the code scanner. The
 * terminal does not read it: the registry says whose it is and whether it is of now.
 */
final class ScanCredential {
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration LOOK = Duration.ofSeconds(3);

  private final Counter counter;
  private final SupervisedDevice<CodeScanner> scanner;

  ScanCredential(Counter counter, SupervisedDevice<CodeScanner> scanner) {
    this.counter = counter;
    this.scanner = scanner;
  }

  /** Waits for a code and has it verified. */
  Confirmation confirm(Visit visit, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
    var waiting = counter.waiting();
    var allowance = new Allowance(waiting.document(), waiting.warning(), ask.time());
    ask.show(new Moment.ShowCredential(allowance));
    while (!allowance.remaining().over()) {
      if (ask.wish().equals(Optional.of(Wish.ANOTHER_WAY))) {
        return new Confirmation.AnotherWay();
      }
      Duration left = allowance.left();
      switch (scanner.call(left.compareTo(LOOK) < 0 ? left : LOOK, CodeScanner::awaitCode)) {
        case Attempt.Done<ScannedCode>(var code) -> {
          ask.show(new Moment.AskingRegistry());
          return verified(visit, document, code.text());
        }
        case Attempt.Failed<ScannedCode>(DeviceFailure.TimedOut _) -> {}
        case Attempt.Failed<ScannedCode> _ -> {
          return notYet(visit, Setback.NO_CODE, Optional.empty());
        }
      }
    }
    return notYet(visit, Setback.NO_CODE, Optional.empty());
  }

  private Confirmation verified(Visit visit, IdentityDocument document, String code)
      throws InterruptedException {
    var query =
        new DocumentQuery(document.type().name(), document.number(), document.nationality());
    return switch (counter.office().verify(query, code, counter.patience(ANSWER))) {
      case CredentialAnswer.Known(var worth, var issuer) -> known(visit, worth, issuer);
      case CredentialAnswer.NotKnown() -> notYet(visit, Setback.CODE_NOT_KNOWN, Optional.empty());
      case CredentialAnswer.Refused _, CredentialAnswer.Unavailable _ ->
          notYet(visit, Setback.NOT_REACHED, Optional.empty());
    };
  }

  private Confirmation known(Visit visit, Worth worth, String issuer) {
    return switch (worth) {
      case OF_HOLDER -> {
        counter.require(
            new VisitEvent.CredentialShown(visit.id(), worth.name(), Optional.of(issuer)));
        yield new Confirmation.By(new Route.Credential(issuer, true));
      }
      case OF_SOMEBODY_ELSE -> notYet(visit, Setback.CODE_OF_SOMEBODY_ELSE, Optional.of(issuer));
      case EXPIRED -> notYet(visit, Setback.CODE_EXPIRED, Optional.of(issuer));
      case USED -> notYet(visit, Setback.CODE_USED, Optional.of(issuer));
    };
  }

  private Confirmation notYet(Visit visit, Setback why, Optional<String> issuer) {
    counter.require(new VisitEvent.CredentialShown(visit.id(), why.name(), issuer));
    return new Confirmation.NotYet(why);
  }
}
