package io.hall24.kiosk.ops.staff;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyName;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.OneTimeCode;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.crypto.SealedFiles;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalFailure;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.ops.staff.CredentialFile.Content;
import io.hall24.kiosk.ops.staff.CredentialFile.Credential;
import io.hall24.kiosk.ops.staff.TelephoneBook.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The credentials of staff and their check. There are none until somebody sets one. Whatever
 * happens to them, right and wrong PINs included, is an event in the journal; a PIN counts as wrong
 * from before it is looked at until it has proved right, so that pulling the plug gains no try.
 *
 * <p>Safe for use by several threads, one of which is served at a time. Calls block on the disk and
 * on the hash of the PIN, and ask no device.
 */
public final class StaffRegister {
  private static final Logger LOG = LoggerFactory.getLogger(StaffRegister.class);
  private static final KeyName KEY = new KeyName("staff-credentials");
  private static final String DIRECTORY = "staff";
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Journal journal;
  private final CredentialFile file;
  private final CryptoSuite suite;
  private final PinHash.Cost cost;
  private final Waiting waiting;
  private final VerifiedTime time;
  private final Credential nobody;

  /**
   * @param data the terminal's directory
   * @param vault seals the credentials
   * @param cost of one guess
   * @param time the registry's
   */
  public StaffRegister(
      Path data,
      Journal journal,
      KeyVault vault,
      CryptoSuite suite,
      PinHash.Cost cost,
      HallClock clock,
      VerifiedTime time) {
    this.journal = journal;
    this.file = new CredentialFile(new SealedFiles(data.resolve(DIRECTORY), KEY, vault, suite));
    this.suite = suite;
    this.cost = cost;
    this.waiting = new Waiting(clock, time);
    this.time = time;
    this.nobody =
        new Credential(
            new StaffMember(new StaffName("nobody"), Role.STOCK_KEEPER, StaffEvent.NOBODY),
            new PinHash(cost, suite.random(16), suite.random(32)),
            Optional.of(suite.random(OneTimeCode.SECRET_BYTES)),
            Optional.empty());
  }

  /** Something that the disk or the journal refused. */
  private static final class Unrecorded extends IOException {
    private static final long serialVersionUID = 1L;

    Unrecorded(String detail) {
      super(detail);
    }
  }

  /**
   * Everybody who has a credential, by number.
   *
   * @throws IOException when the credentials cannot be read
   */
  public List<StaffMember> members() throws IOException {
    turn.lock();
    try {
      return content().credentials().stream().map(Credential::member).toList();
    } finally {
      turn.unlock();
    }
  }

  /** Gives somebody a credential, or a new PIN or role; ends a lock-out. */
  public CredentialChange set(StaffName name, Role role, Pin pin) {
    Optional<Pin.Weakness> weakness = pin.weakness();
    if (weakness.isPresent()) {
      return new CredentialChange.WeakPin(weakness.get());
    }
    char[] digits = pin.digits();
    turn.lock();
    try {
      Content content = content();
      Optional<Credential> known = content.find(name.text());
      int number = known.map(one -> one.member().number()).orElse(content.lastNumber() + 1);
      StaffMember member = new StaffMember(name, role, number);
      Content changed =
          content.with(
              new Credential(
                  member,
                  PinHash.of(digits, cost, suite),
                  known.flatMap(Credential::token),
                  known.flatMap(Credential::card)));
      String written = file.write(changed);
      write(new StaffEvent.CredentialSet(name.text(), role, number, written));
      return changed(member, written);
    } catch (IOException | JournalFailure failed) {
      return new CredentialChange.Unavailable(detail(failed));
    } finally {
      turn.unlock();
      Arrays.fill(digits, '\0');
    }
  }

  /** Gives somebody a token for one-time codes, instead of any older one. */
  public TokenChange giveToken(StaffName name) {
    turn.lock();
    try {
      Content content = content();
      Optional<Credential> known = content.find(name.text());
      if (known.isEmpty()) {
        return new TokenChange.NobodyCalled(name);
      }
      StaffMember member = known.get().member();
      Bytes secret = suite.random(OneTimeCode.SECRET_BYTES);
      String written =
          file.write(
              content.with(
                  new Credential(
                      member, known.get().hash(), Optional.of(secret), known.get().card())));
      write(new StaffEvent.TokenGiven(name.text(), member.number(), written));
      var _ = changed(member, written);
      return new TokenChange.Given(member, secret);
    } catch (IOException | JournalFailure failed) {
      return new TokenChange.Unavailable(detail(failed));
    } finally {
      turn.unlock();
    }
  }

  /**
   * Has somebody enter with a card beside their PIN, instead of any older card.
   *
   * @param publicKey of the card, X.509 SubjectPublicKeyInfo, Base64; whoever registers it has seen
   *     it answer
   */
  public CredentialChange registerCard(StaffName name, String publicKey) {
    turn.lock();
    try {
      Content content = content();
      Optional<Credential> known = content.find(name.text());
      if (known.isEmpty()) {
        return new CredentialChange.NobodyCalled(name);
      }
      Credential one = known.get();
      String written =
          file.write(
              content.with(
                  new Credential(one.member(), one.hash(), one.token(), Optional.of(publicKey))));
      write(new StaffEvent.CardRegistered(name.text(), one.member().number(), written));
      return changed(one.member(), written);
    } catch (IOException | JournalFailure failed) {
      return new CredentialChange.Unavailable(detail(failed));
    } finally {
      turn.unlock();
    }
  }

  /**
   * Whether somebody enters with a card beside the PIN.
   *
   * @param who a staff name, or a staff number in digits
   */
  public boolean wantsCard(String who) {
    turn.lock();
    try {
      return content().find(who).flatMap(Credential::card).isPresent();
    } catch (IOException | JournalFailure unreadable) {
      return false;
    } finally {
      turn.unlock();
    }
  }

  /** Takes somebody's credential away. */
  public CredentialChange remove(StaffName name, Role role) {
    turn.lock();
    try {
      Content content = content();
      Optional<Credential> known = content.find(name.text());
      if (known.isEmpty()) {
        return new CredentialChange.NobodyCalled(name);
      }
      StaffMember member = known.get().member();
      if (member.role() != role) {
        return new CredentialChange.OtherRole(member);
      }
      String written = file.write(content.without(name));
      write(new StaffEvent.CredentialRemoved(name.text(), member.number(), written));
      return changed(member, written);
    } catch (IOException | JournalFailure failed) {
      return new CredentialChange.Unavailable(detail(failed));
    } finally {
      turn.unlock();
    }
  }

  /** From here on the journal names the new file; an old one that stays behind is never read. */
  private CredentialChange changed(StaffMember member, String written) {
    try {
      file.keepOnly(written);
    } catch (IOException left) {
      LOG.warn("an old file of staff credentials stays behind: {}", left.toString());
    }
    return new CredentialChange.Changed(member);
  }

  /** Checks a credential for one duty; for some it takes a one-time code beside the PIN. */
  public Entry enter(Claim claim, Duty duty) {
    if (duty.needsOneTimeCode() && time.now().isEmpty()) {
      return new Entry.Unavailable("one-time codes need the registry's time, which is not known");
    }
    turn.lock();
    try {
      Optional<Credential> known = content().find(claim.who());
      int number = known.map(one -> one.member().number()).orElse(StaffEvent.NOBODY);
      var wait = waiting.left(number, tries(number));
      if (wait.isPositive()) {
        return new Entry.LockedOut(wait);
      }
      write(new StaffEvent.Tried(number, duty));
      waiting.tried(number);
      // Both are looked at whatever the first one is, so that time tells neither.
      OptionalLong step = duty.needsOneTimeCode() ? codeStep(known, claim) : OptionalLong.empty();
      boolean cardRight = cardRight(known, claim);
      boolean pinRight = matches(known, claim.pin()) && cardRight;
      return pinRight && (!duty.needsOneTimeCode() || step.isPresent() || hasNoToken(known))
          ? admit(known.orElseThrow(), duty, step)
          : refuse(number, duty);
    } catch (IOException | JournalFailure failed) {
      return new Entry.Unavailable(detail(failed));
    } finally {
      turn.unlock();
    }
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
    long last = journal.read(store -> StaffLedger.lastStep(one.member().number(), store));
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

  private Entry admit(Credential known, Duty duty, OptionalLong step) throws Unrecorded {
    StaffMember member = known.member();
    if (!member.role().may(duty) || (duty.needsOneTimeCode() && step.isEmpty())) {
      write(new StaffEvent.Refused(member.number(), duty, true, 0));
      return new Entry.NotAllowed(member);
    }
    List<Event> events = new ArrayList<>();
    step.ifPresent(used -> events.add(new StaffEvent.CodeUsed(member.number(), used)));
    events.add(new StaffEvent.Admitted(member.number(), member.name().text(), duty));
    write(events.toArray(Event[]::new));
    return new Entry.Admitted(member);
  }

  private Entry refuse(int number, Duty duty) throws Unrecorded {
    int failures = tries(number).failures();
    var wait = LockOut.after(failures);
    var refused = new StaffEvent.Refused(number, duty, false, failures);
    if (wait.isPositive()) {
      write(refused, new StaffEvent.LockedOut(number, failures, wait.toSeconds()));
    } else {
      write(refused);
    }
    return new Entry.Refused(LockOut.left(failures));
  }

  /**
   * Checks two persons for one thing that takes two; the second is not asked for when the first is
   * not admitted.
   */
  public Approval approve(Claim first, Claim second, Duty duty) {
    return switch (enter(first, duty)) {
      case Entry.Admitted(var one) ->
          switch (enter(second, duty)) {
            case Entry.Admitted(var other) ->
                one.number() == other.number()
                    ? new Approval.OnePerson()
                    : new Approval.Approved(new TwoPersons(one.name().text(), other.name().text()));
            case Entry why -> new Approval.NotApproved(second.who(), why);
          };
      case Entry why -> new Approval.NotApproved(first.who(), why);
    };
  }

  /**
   * The same with the second person at the other end of a telephone.
   *
   * @param who a staff name or number
   * @param code what they read out
   */
  public Approval approve(
      Claim first, String who, TelephoneBook book, Question question, String code, Duty duty) {
    return switch (enter(first, duty)) {
      case Entry.Admitted(var one) ->
          switch (answer(who, book, question, code, duty)) {
            case Entry.Admitted(var other) ->
                one.number() == other.number()
                    ? new Approval.OnePerson()
                    : new Approval.Approved(new TwoPersons(one.name().text(), other.name().text()));
            case Entry why -> new Approval.NotApproved(who, why);
          };
      case Entry why -> new Approval.NotApproved(first.who(), why);
    };
  }

  /** A wrong code counts like a wrong PIN. */
  private Entry answer(String who, TelephoneBook book, Question question, String code, Duty duty) {
    turn.lock();
    try {
      Optional<Credential> known = content().find(who);
      int number = known.map(one -> one.member().number()).orElse(StaffEvent.NOBODY);
      var wait = waiting.left(number, tries(number));
      if (wait.isPositive()) {
        return new Entry.LockedOut(wait);
      }
      write(new StaffEvent.Tried(number, duty));
      waiting.tried(number);
      String right =
          TelephoneBook.code(
              known.flatMap(Credential::token).or(nobody::token).orElseThrow(),
              book.terminalId(),
              question);
      if (hasNoToken(known) || !right.equals(code) || !book.isOpen(question)) {
        return refuse(number, duty);
      }
      write(new StaffEvent.TelephoneAnswered(number, question.challenge(), code));
      return admit(known.orElseThrow(), duty, OptionalLong.empty());
    } catch (IOException | JournalFailure failed) {
      return new Entry.Unavailable(detail(failed));
    } finally {
      turn.unlock();
    }
  }

  private Content content() throws IOException {
    return file.read(journal.read(StaffLedger::file));
  }

  private StaffLedger.Tries tries(int number) {
    return journal.read(store -> StaffLedger.tries(number, store));
  }

  private void write(Event... events) throws Unrecorded {
    switch (journal.appendAll(List.of(events))) {
      case AppendResult.Durable<?> _ -> {}
      case AppendResult.NotRecorded<?>(var reason, var detail) ->
          throw new Unrecorded("the journal takes nothing: " + reason + " " + detail);
    }
  }

  private static String detail(Exception failed) {
    return String.valueOf(failed.getMessage());
  }
}
