package io.hall24.kiosk.ops.staff;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.OneTimeCode;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.ops.staff.CredentialFile.Credential;
import io.hall24.kiosk.ops.staff.TelephoneBook.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Checks who somebody is and what they may do. A PIN counts as wrong from before it is looked at
 * until it has proved right, so that pulling the plug gains no try.
 */
final class Doorkeeper {
  private final StaffRecord record;
  private final Waiting waiting;
  private final VerifiedTime time;
  private final Credential nobody;

  Doorkeeper(
      StaffRecord record,
      CryptoSuite suite,
      PinHash.Cost cost,
      HallClock clock,
      VerifiedTime time) {
    this.record = record;
    this.waiting = new Waiting(clock, time);
    this.time = time;
    this.nobody =
        new Credential(
            new StaffMember(new StaffName("nobody"), Role.STOCK_KEEPER, StaffEvent.NOBODY),
            new PinHash(cost, suite.random(16), suite.random(32)),
            Optional.of(suite.random(OneTimeCode.SECRET_BYTES)),
            Optional.empty());
  }

  /** Checks a credential for one duty; for some it takes a one-time code beside the PIN. */
  Entry enter(Claim claim, Duty duty) {
    if (duty.needsOneTimeCode() && time.now().isEmpty()) {
      return new Entry.Unavailable("one-time codes need the registry's time, which is not known");
    }
    return attempt(
        claim.who(),
        duty,
        (known, number) -> {
          // Both are looked at whatever the first one is, so that time tells neither.
          OptionalLong step =
              duty.needsOneTimeCode() ? codeStep(known, claim) : OptionalLong.empty();
          boolean cardRight = cardRight(known, claim);
          boolean pinRight = matches(known, claim.pin()) && cardRight;
          return pinRight && (!duty.needsOneTimeCode() || step.isPresent() || hasNoToken(known))
              ? admit(known.orElseThrow(), duty, step)
              : refuse(number, duty);
        });
  }

  /** What decides about a try that is already recorded. */
  private interface Check {
    Entry of(Optional<Credential> known, int number) throws IOException;
  }

  private Entry attempt(String who, Duty duty, Check check) {
    return record.inTurn(
        content -> {
          Optional<Credential> known = content.find(who);
          int number = known.map(one -> one.member().number()).orElse(StaffEvent.NOBODY);
          var wait = waiting.left(number, record.tries(number));
          if (wait.isPositive()) {
            return new Entry.LockedOut(wait);
          }
          record.write(new StaffEvent.Tried(number, duty));
          waiting.tried(number);
          return check.of(known, number);
        },
        Entry.Unavailable::new);
  }

  private static boolean cardRight(Optional<Credential> known, Claim claim) {
    Optional<String> card = known.flatMap(Credential::card);
    return card.isEmpty() || claim.card().filter(proof -> proof.isBy(card.get())).isPresent();
  }

  private static boolean hasNoToken(Optional<Credential> known) {
    return known.flatMap(Credential::token).isEmpty();
  }

  /** The step of the right code, now or one step off; each step serves once, and in order. */
  private OptionalLong codeStep(Optional<Credential> known, Claim claim) {
    Credential one = known.orElse(nobody);
    long last = record.lastStep(one.member().number());
    long now = time.now().map(OneTimeCode::stepAt).orElseThrow();
    return LongStream.rangeClosed(now - 1, now + 1)
        .filter(step -> step > last)
        .filter(step ->
            one.token()
                .flatMap(secret -> claim.oneTimeCode().filter(OneTimeCode.at(secret, step)::equals))
                .isPresent())
        .findFirst();
  }

  /** Takes as long for somebody whom nobody knows. */
  private boolean matches(Optional<Credential> known, Pin pin) {
    char[] digits = pin.digits();
    try {
      return known.orElse(nobody).hash().matches(digits) && known.isPresent();
    } finally {
      Arrays.fill(digits, '\0');
    }
  }

  private Entry admit(Credential known, Duty duty, OptionalLong step) throws IOException {
    StaffMember member = known.member();
    if (!member.role().may(duty) || (duty.needsOneTimeCode() && step.isEmpty())) {
      record.write(new StaffEvent.Refused(member.number(), duty, true, 0));
      return new Entry.NotAllowed(member);
    }
    List<Event> events = new ArrayList<>();
    step.ifPresent(used -> events.add(new StaffEvent.CodeUsed(member.number(), used)));
    events.add(new StaffEvent.Admitted(member.number(), member.name().text(), duty));
    record.write(events.toArray(Event[]::new));
    return new Entry.Admitted(member);
  }

  private Entry refuse(int number, Duty duty) throws IOException {
    int failures = record.tries(number).failures();
    var wait = LockOut.after(failures);
    var refused = new StaffEvent.Refused(number, duty, false, failures);
    if (wait.isPositive()) {
      record.write(refused, new StaffEvent.LockedOut(number, failures, wait.toSeconds()));
    } else {
      record.write(refused);
    }
    return new Entry.Refused(LockOut.left(failures));
  }

  /**
   * Checks two persons for one thing that takes two; the second is not asked for when the first is
   * not admitted.
   */
  Approval approve(Claim first, Claim second, Duty duty) {
    return approve(first, second.who(), duty, () -> enter(second, duty));
  }

  /**
   * The same with the second person at the other end of a telephone.
   *
   * @param who a staff name or number
   * @param code what they read out
   */
  Approval approve(
      Claim first, String who, TelephoneBook book, Question question, String code, Duty duty) {
    return approve(first, who, duty, () -> answer(who, book, question, code, duty));
  }

  private Approval approve(Claim first, String second, Duty duty, Supplier<Entry> asking) {
    return switch (enter(first, duty)) {
      case Entry.Admitted(var one) ->
          switch (asking.get()) {
            case Entry.Admitted(var other) ->
                one.number() == other.number()
                    ? new Approval.OnePerson()
                    : new Approval.Approved(new TwoPersons(one.name().text(), other.name().text()));
            case Entry why -> new Approval.NotApproved(second, why);
          };
      case Entry why -> new Approval.NotApproved(first.who(), why);
    };
  }

  /** A wrong code counts like a wrong PIN. */
  private Entry answer(String who, TelephoneBook book, Question question, String code, Duty duty) {
    return attempt(
        who,
        duty,
        (known, number) -> {
          String right =
              TelephoneBook.code(
                  known.flatMap(Credential::token).or(nobody::token).orElseThrow(),
                  book.terminalId(),
                  question);
          if (hasNoToken(known) || !right.equals(code) || !book.isOpen(question)) {
            return refuse(number, duty);
          }
          record.write(new StaffEvent.TelephoneAnswered(number, question.challenge(), code));
          return admit(known.orElseThrow(), duty, OptionalLong.empty());
        });
  }
}
